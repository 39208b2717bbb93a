package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.RunResult;
import dev.switchback.tck.OwnThread;
import dev.switchback.tck.Scenario;
import dev.switchback.tck.TestDatabase;
import dev.switchback.tck.WorkflowContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain Liquibase and we on one database: never at the same time, and nobody needs to unlock by hand after us. */
@Timeout(120)
abstract class LockTableContract extends WorkflowContract {

    LockTableContract(TestDatabase product) {
        super(new LiquibaseEngineProvider(), product);
    }

    final MigrationManager manager() {
        return configure().open();
    }

    final PlainLiquibase plain() {
        Path changelog = folder().resolve("changelog.xml");
        if (!changelog.toFile().exists()) {
            try (MigrationManager manager = manager()) {
                manager.export("liquibase", changelog);
            }
        }
        return new PlainLiquibase(folder(), changelog, database()::connection);
    }

    final List<String> locked() throws SQLException {
        return database()
                .column("SELECT LOCKEDBY FROM DATABASECHANGELOGLOCK WHERE ID = 1 AND LOCKED = "
                        + (isNumber() ? "1" : "TRUE"));
    }

    private boolean isNumber() {
        return product().kind() != DatabaseKind.POSTGRESQL && product().kind() != DatabaseKind.H2;
    }

    /** The first of three migrations is applied, by us or by a plain Liquibase. */
    private void begun(boolean byUs) throws Exception {
        files().write(Scenario.linear(1).before());
        if (byUs) {
            try (MigrationManager manager = manager()) {
                assertThat(manager.upgrade().changedAnything()).isTrue();
            }
        } else {
            plain().update();
            assertThat(folder().resolve("changelog.xml").toFile().delete()).isTrue();
        }
        files().write(Scenario.linear(3).before());
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void aPlainLiquibaseAtWorkIsWaitedForAndNamed() throws Exception {
        begun(false);
        PlainLiquibase plain = plain();
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> theirs = OwnThread.run(() -> unchecked(() -> plain.hold(taken::countDown, release)));
        await(taken);
        String by = locked().get(0);

        CountDownLatch waiting = new CountDownLatch(1);
        List<LockHolder> seen = new ArrayList<>();
        CompletableFuture<RunResult> ours = OwnThread.supply(() -> {
            MigrationListener listener = event -> {
                if (event instanceof MigrationEvent.LockWaiting told) {
                    seen.add(told.holder().orElseThrow());
                    waiting.countDown();
                }
            };
            try (MigrationManager manager = configure().listener(listener).open()) {
                return manager.upgrade();
            }
        });
        await(waiting);
        assertThat(seen.get(0).kind()).isEqualTo(LockHolder.Kind.ENGINE);
        assertThat(seen.get(0).name()).isEqualTo("Liquibase on " + by);
        assertThat(seen.get(0).since()).isPresent();
        Thread.sleep(300);
        assertThat(ours).as("our run").isNotDone();

        release.countDown();
        theirs.get(20, TimeUnit.SECONDS);
        assertThat(ours.get(30, TimeUnit.SECONDS).executed()).hasSize(2);
        assertThat(locked()).isEmpty();
    }

    @Test
    void aRowOfADeadLiquibaseIsNotTouchedAndTheErrorSaysHowToFreeIt() throws Exception {
        begun(true);
        database()
                .execute("UPDATE DATABASECHANGELOGLOCK SET LOCKED = " + (isNumber() ? "1" : "TRUE")
                        + ", LOCKEDBY = 'build-7 (10.0.0.7)', LOCKGRANTED = CURRENT_TIMESTAMP WHERE ID = 1");
        String before = database().snapshot();
        try (MigrationManager manager =
                configure().set(ConfigKey.LOCK_TIMEOUT, "400ms").open()) {
            assertThat(manager.lockStatus().holders())
                    .extracting(LockHolder::name)
                    .containsExactly("Liquibase on build-7 (10.0.0.7)");
            MigrationLockException refused = catchThrowableOfType(MigrationLockException.class, manager::upgrade);
            assertThat(refused)
                    .hasMessageContaining("the engine's own lock is held by Liquibase on build-7 (10.0.0.7), since 2");
            assertThat(database().snapshot()).isEqualTo(before);
            LockHolder holder = refused.holder().orElseThrow();
            assertThat(refused.nextStep())
                    .contains("free its lock: " + holder.release().orElseThrow());

            database().execute(holder.release().orElseThrow());
            assertThat(manager.upgrade().executed()).hasSize(2);
            assertThat(manager.lockStatus().held()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "none"})
    void aPlainLiquibaseThatStartsDuringOurRunDoesNotRunBesideIt(String lockType) throws Exception {
        files().write(Scenario.linear(3).before());
        PlainLiquibase plain = plain();
        CountDownLatch middle = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        MigrationListener listener = event -> {
            if (event instanceof MigrationEvent.MigrationStarted started && started.position() == 2) {
                middle.countDown();
                await(goOn);
            }
        };
        CompletableFuture<RunResult> ours = OwnThread.supply(() -> {
            try (MigrationManager manager = configure()
                    .set(ConfigKey.LOCK_TYPE, lockType)
                    .listener(listener)
                    .open()) {
                return manager.upgrade();
            }
        });
        try {
            await(middle);
            CompletableFuture<Boolean> theirs =
                    OwnThread.run(() -> unchecked(plain::update)).handle((nothing, failure) -> failure == null);
            Thread.sleep(1500);
            assertThat(database().column("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED"))
                    .as("what has run while we are in the middle")
                    .containsExactly("1");
            assertThat(theirs.getNow(false)).as("theirs has come to a good end").isFalse();
            goOn.countDown();
            assertThat(ours.get(30, TimeUnit.SECONDS).executed()).hasSize(3);
            assertEndsAfterUs(theirs.get(30, TimeUnit.SECONDS));
        } finally {
            goOn.countDown();
        }
        plain.update();
        assertThat(database().column("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED"))
                .containsExactly("1", "2", "3");
    }

    /** That a plain Liquibase came to a good end, if it is one that waits until our run is over. */
    void assertEndsAfterUs(boolean well) {
        assertThat(well).as("theirs comes to a good end after ours").isTrue();
    }

    @Test
    void afterAKilledRunAPlainLiquibaseWorksAtOnce() throws Exception {
        begun(true);
        PlainLiquibase plain = plain();
        closeForOthers();
        kill(MigratingProcess.start(database().url(), folder()));
        assertThat(locked()).isEqualTo(leftByAKilledRun());
        if (leftByAKilledRun().isEmpty()) {
            plain.update();
        }
        try (MigrationManager manager = manager()) {
            manager.upgrade();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(locked()).isEmpty();
        plain.update();
        assertThat(database().column("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED"))
                .containsExactly("1", "2", "3");
    }

    /** Lets another process open the database. */
    void closeForOthers() throws SQLException {
        // nothing to do where processes share it
    }

    /** Who stands in the row after a run of ours was killed. */
    List<String> leftByAKilledRun() throws SQLException {
        return List.of();
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRunThatFindsNothingToDoOrIsRefusedWritesNothing() throws Exception {
        begun(true);
        String before = database().snapshot();
        files().put("V2__broken.sql", "COMMIT;\n");
        try (MigrationManager manager = manager()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(manager::upgrade))
                    .isNotNull();
            assertThat(manager.lockStatus().held()).isFalse();
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }
}
