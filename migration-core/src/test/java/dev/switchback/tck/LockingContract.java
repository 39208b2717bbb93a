package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.LockStatus;
import dev.switchback.api.model.Meanwhile;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the users of a manager see of the lock: who is waited for, who did the work, who has it now. */
@Timeout(120)
public abstract class LockingContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected LockingContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** Runs an upgrade to its first migration, lets something happen there, and lets it go on. */
    private RunResult inTheMiddleOfAnUpgrade(Happening happening) throws Exception {
        return inTheMiddleOfAnUpgrade(MigrationEvent.MigrationStarted.class::isInstance, happening);
    }

    private RunResult inTheMiddleOfAnUpgrade(Predicate<MigrationEvent> isMiddle, Happening happening) throws Exception {
        CountDownLatch middle = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        MigrationListener listener = event -> {
            if (isMiddle.test(event)) {
                middle.countDown();
                await(goOn);
            }
        };
        CompletableFuture<RunResult> run = OwnThread.supply(() -> {
            try (MigrationManager manager = configure().listener(listener).open()) {
                return manager.upgrade();
            }
        });
        try {
            await(middle);
            happening.happens(goOn);
            goOn.countDown();
            return run.get(60, TimeUnit.SECONDS);
        } finally {
            // whatever went wrong, the run ends before the database does
            goOn.countDown();
            run.handle((result, failure) -> true).get(60, TimeUnit.SECONDS);
        }
    }

    private interface Happening {
        void happens(CountDownLatch goOn) throws Exception;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private LockStatus lockStatus() {
        try (MigrationManager manager = open()) {
            return manager.lockStatus();
        }
    }

    @Test
    void theLockOfANewDatabaseIsFreeAndLookingLeavesItNew() throws SQLException {
        files().write(Scenario.linear().before());
        LockStatus status = lockStatus();
        assertThat(status.held()).isFalse();
        assertThat(status.holders()).isEmpty();
        assertThat(status.lock()).isNotBlank();
        assertThat(status.database().product()).isEqualTo(product().kind().displayName());
        assertUntouched();
    }

    @Test
    void theAddressOfAServerIsKnownAndAFileHasNone() {
        boolean server = EnumSet.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.MYSQL)
                .contains(product().kind());
        try (MigrationManager manager = open()) {
            assertThat(manager.status().database().server())
                    .isEqualTo(DatabaseUrl.parse(database().url()).server());
            assertThat(manager.lockStatus().database().server().isPresent()).isEqualTo(server);
        }
    }

    @Test
    void lockStatusTellsWhoHoldsItAndTakesNothing() throws Exception {
        files().write(Scenario.linear().before());
        RunResult result = inTheMiddleOfAnUpgrade(goOn -> {
            assertThat(lockStatus().held()).isTrue();
            assertThat(lockStatus().holders()).extracting(LockHolder::kind).containsExactly(LockHolder.Kind.RUN);
        });
        assertThat(labels(result)).containsExactly("1", "2", "3");
        assertThat(result.meanwhile()).isEmpty();
        assertThat(lockStatus().held()).isFalse();
    }

    @Test
    void whatARunIsInTheMiddleOfIsNotCalledAFailureToSettle() throws Exception {
        files().put(
                        "V1__two.sql",
                        "-- switchback: transaction=off\nCREATE TABLE one (id INTEGER);\nCREATE TABLE two (id INTEGER);\n");
        RunResult result = inTheMiddleOfAnUpgrade(
                event -> event instanceof MigrationEvent.StatementStarted started && started.index() == 2, goOn -> {
                    try (MigrationManager second = open()) {
                        assertThat(second.status().problems()).singleElement().satisfies(this::saysThatItMayRun);
                        assertThat(second.check().problems()).singleElement().satisfies(this::saysThatItMayRun);
                    }
                });
        assertThat(labels(result)).containsExactly("1");
    }

    private void saysThatItMayRun(Problem problem) {
        assertThat(problem.kind()).isEqualTo(Problem.Kind.FAILED);
        assertThat(problem.message())
                .startsWith("V1__two.sql is perhaps being run at this moment, by ")
                .contains(lockStatus().holders().get(0).name())
                .contains("1 of 2 statements IS applied");
        assertThat(problem.nextStep()).startsWith("wait until that run is over").doesNotContain("--mark-applied");
    }

    @Test
    void whoWaitsTooLongNamesTheHolderAndHasChangedNothing() throws Exception {
        files().write(Scenario.linear().before());
        RunResult result = inTheMiddleOfAnUpgrade(goOn -> {
            try (MigrationManager second =
                    configure().set(ConfigKey.LOCK_TIMEOUT, "300ms").open()) {
                assertThatExceptionOfType(MigrationLockException.class)
                        .isThrownBy(second::upgrade)
                        .withMessageContaining(
                                "held by " + lockStatus().holders().get(0).name())
                        .satisfies(e -> assertThat(e.databaseState()).isEqualTo(DatabaseState.UNCHANGED));
            }
        });
        assertThat(labels(result)).containsExactly("1", "2", "3");
    }

    @Test
    void whoWaitedSaysWhoDidTheWork() throws Exception {
        files().write(Scenario.linear().before());
        List<CompletableFuture<RunResult>> waiters = new ArrayList<>();
        List<String> worker = new ArrayList<>();
        CountDownLatch waiting = new CountDownLatch(3);
        List<MigrationEvent.DoneMeanwhile> told = new java.util.concurrent.CopyOnWriteArrayList<>();
        inTheMiddleOfAnUpgrade(goOn -> {
            worker.add(lockStatus().holders().get(0).name());
            for (int i = 0; i < 3; i++) {
                waiters.add(OwnThread.supply(() -> {
                    try (MigrationManager manager = configure()
                            .listener(event -> {
                                if (event instanceof MigrationEvent.LockWaiting) {
                                    waiting.countDown();
                                } else if (event instanceof MigrationEvent.DoneMeanwhile done) {
                                    told.add(done);
                                }
                            })
                            .open()) {
                        return manager.upgrade();
                    }
                }));
            }
            await(waiting);
        });
        for (CompletableFuture<RunResult> waiter : waiters) {
            RunResult result = waiter.get(60, TimeUnit.SECONDS);
            assertThat(result.changedAnything()).isFalse();
            Meanwhile meanwhile = result.meanwhile().orElseThrow();
            assertThat(meanwhile.migrations()).extracting(m -> m.label()).containsExactly("1", "2", "3");
            assertThat(meanwhile.summary()).isEqualTo("3 migrations were applied meanwhile by " + worker.get(0));
        }
        assertThat(told).hasSize(3);
    }

    @Test
    void whoStillHasWorkSaysWhatOthersDid() throws Exception {
        files().write(Scenario.linear().before());
        CountDownLatch waiting = new CountDownLatch(1);
        List<CompletableFuture<RunResult>> second = new ArrayList<>();
        MigrationFolder more = new MigrationFolder(folder().resolve("more"))
                .write(Scenario.linear(4).before());
        assertThat(more.path()).isDirectory();
        inTheMiddleOfAnUpgrade(goOn -> {
            second.add(OwnThread.supply(() -> {
                try (MigrationManager manager = configure()
                        .dirs("more")
                        .listener(event -> {
                            if (event instanceof MigrationEvent.LockWaiting) {
                                waiting.countDown();
                            }
                        })
                        .open()) {
                    return manager.upgrade();
                }
            }));
            await(waiting);
        });
        RunResult result = second.get(0).get(60, TimeUnit.SECONDS);
        assertThat(labels(result)).containsExactly("4");
        assertThat(result.meanwhile().orElseThrow().migrations()).hasSize(3);
    }

    @Test
    void theWaitingEventNamesTheHolder() throws Exception {
        files().write(Scenario.linear().before());
        List<LockHolder> named = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<String> holder = new ArrayList<>();
        inTheMiddleOfAnUpgrade(goOn -> {
            holder.add(lockStatus().holders().get(0).name());
            try (MigrationManager second = configure()
                    .set(ConfigKey.LOCK_TIMEOUT, "200ms")
                    .listener(event -> {
                        if (event instanceof MigrationEvent.LockWaiting waiting) {
                            waiting.holder().ifPresent(named::add);
                        }
                    })
                    .open()) {
                assertThatExceptionOfType(MigrationLockException.class).isThrownBy(second::upgrade);
            }
        });
        assertThat(named).extracting(LockHolder::name).containsOnly(holder.get(0));
    }

    @Test
    void whoLosesItsLockStopsBeforeItsNextMigrationAndTheNextStarterGoesOnAfterIt() throws Exception {
        if (!product().can(DatabaseAbility.SERVER)) {
            // where the database runs in the process there is no session that somebody could end
            assertThat(lockStatus().holders()).isEmpty();
            return;
        }
        files().put("V1__slow.sql", "CREATE TABLE t1 (id INTEGER PRIMARY KEY);\n" + sleep(3) + ";\n")
                .put("V2__next.sql", "CREATE TABLE t2 (id INTEGER PRIMARY KEY);\n");
        CountDownLatch sleeping = new CountDownLatch(1);
        CompletableFuture<RunResult> first = OwnThread.supply(() -> {
            try (MigrationManager manager = configure()
                    .listener(event -> {
                        if (event instanceof MigrationEvent.StatementStarted statement && statement.index() == 2) {
                            sleeping.countDown();
                        }
                    })
                    .open()) {
                return manager.upgrade();
            }
        });
        await(sleeping);
        while (lockStatus().holders().get(0).statement().isEmpty()) {
            Thread.sleep(20);
        }
        database().execute(lockStatus().holders().get(0).release().orElseThrow());
        try (MigrationManager next = open()) {
            assertThat(labels(next.upgrade())).containsExactly("2");
            assertThat(next.check().ok()).isTrue();
        }
        assertThat(first)
                .failsWithin(java.time.Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(MigrationLockException.class)
                .withMessageContaining("the migration lock was lost");
        assertThat(events())
                .filteredOn(MigrationEvent.LockWaiting.class::isInstance)
                .extracting(event -> ((MigrationEvent.LockWaiting) event)
                        .holder()
                        .orElseThrow()
                        .kind())
                .isNotEmpty();
    }

    private String sleep(int seconds) {
        return switch (product().kind()) {
            case POSTGRESQL -> "SELECT pg_sleep(" + seconds + ")";
            case MARIADB, MYSQL -> "DO SLEEP(" + seconds + ")";
            case SQLITE, H2 -> throw new IllegalStateException("no server");
        };
    }
}
