package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.health.HealthReport;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

final class MigrationHealthTest {

    @TempDir
    Path dir;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Test
    void asksTheDatabaseOnceHoweverOftenItIsAsked() throws Exception {
        try (MigrationManager manager = migrated()) {
            MigrationHealth health = MigrationHealth.of(manager);
            asked.set(0);
            for (int i = 0; i < 50; i++) {
                assertThat(health.check().status()).isEqualTo(HealthStatus.UP);
            }
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void keepsNothingIfItIsToldTo() throws Exception {
        try (MigrationManager manager = migrated()) {
            MigrationHealth health = MigrationHealth.of(manager, Duration.ofSeconds(5), Duration.ZERO);
            asked.set(0);
            health.check();
            health.check();
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void doesNotWaitForADatabaseThatDoesNotAnswerAndDoesNotAskItTwice() throws Exception {
        try (MigrationManager manager = migrated()) {
            MigrationHealth health = MigrationHealth.of(manager, Duration.ofMillis(300), Duration.ofSeconds(10));
            gate = new CountDownLatch(1);
            asked.set(0);
            long before = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                assertThat(health.check().status()).isEqualTo(HealthStatus.UNREACHABLE);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(asked).hasValue(1);

            gate.countDown();
            HealthStatus status = HealthStatus.UNREACHABLE;
            while (status == HealthStatus.UNREACHABLE) {
                status = health.check().status();
            }
            assertThat(status).isEqualTo(HealthStatus.UP);
        }
    }

    /** The server has gone without a word, and its driver waits for it for ever. */
    @Test
    void asksAgainWhenALookDoesNotComeBack() throws Exception {
        try (MigrationManager manager = migrated()) {
            MigrationHealth health = MigrationHealth.of(manager, Duration.ofMillis(100), Duration.ofSeconds(10));
            CountDownLatch never = new CountDownLatch(1);
            gate = never;
            assertThat(health.check().status()).isEqualTo(HealthStatus.UNREACHABLE);

            gate = new CountDownLatch(0);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!health.check().up() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertThat(health.check().up()).isTrue();
            never.countDown();
        }
    }

    @Test
    void seesTheEndOfAMigrationWithinASecondOrTwo() throws Exception {
        Application application = Application.in(dir, "flyway");
        MigrateOnStartup.run(application.upgrading());
        application.write("V3__more.sql", "CREATE TABLE more (id INTEGER);\n");
        try (MigrationManager manager = open()) {
            MigrationHealth health = MigrationHealth.of(manager, Duration.ofSeconds(5), Duration.ofHours(1));
            assertThat(health.check().status()).isEqualTo(HealthStatus.PENDING);
            manager.upgrade();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!health.check().up() && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            assertThat(health.check().up()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void answersWhileAnotherProcessMigratesAndChangesNothing(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<StartupResult> slow = threads.submit(() ->
                MigrateOnStartup.run(application.upgrading().listener(event -> {
                    if (event instanceof MigrationEvent.StatementStarted) {
                        begun.countDown();
                        awaitQuietly(goOn);
                    }
                })));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        try (MigrationManager manager = application.mode("off").open()) {
            HealthReport report = MigrationHealth.of(manager, Duration.ofSeconds(5), Duration.ZERO)
                    .check();
            assertThat(report.status()).isEqualTo(HealthStatus.PENDING);
            assertThat(report.details()).containsEntry("pending", "2").containsEntry("head", "2");
        } finally {
            goOn.countDown();
        }
        assertThat(slow.get(30, TimeUnit.SECONDS).summary()).contains("applied 2 of 2");
        threads.shutdown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void isFailedAfterAMigrationThatStoppedHalfWay(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        application.write(
                "V3__half.sql", "CREATE TABLE half (id INTEGER);\nALTER TABLE nowhere ADD COLUMN x INTEGER;\n");
        Switchback.Builder builder = application.upgrading().databaseUrl("h2:file:./half");
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(() -> MigrateOnStartup.run(builder));
        try (MigrationManager manager = builder.open()) {
            HealthReport report = MigrationHealth.of(manager).check();
            assertThat(report.status()).isEqualTo(HealthStatus.FAILED);
            assertThat(report.details().get("message")).contains("V3__half.sql");
            assertThat(report.details().get("next")).contains("repair");
        }
    }

    @Test
    void isInvalidWhenAnAppliedFileWasEdited() throws Exception {
        Application application = Application.in(dir, "flyway");
        MigrateOnStartup.run(application.upgrading());
        application.write("V2__add_title.sql", "ALTER TABLE book ADD COLUMN edited VARCHAR(20);\n");
        try (MigrationManager manager = open()) {
            HealthReport report = MigrationHealth.of(manager).check();
            assertThat(report.status()).isEqualTo(HealthStatus.INVALID);
            assertThat(report.details().get("message")).contains("V2__add_title.sql");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private MigrationManager migrated() throws Exception {
        MigrateOnStartup.run(Application.in(dir, "flyway").upgrading());
        return open();
    }

    private MigrationManager open() {
        return Switchback.configure()
                .baseDir(dir)
                .engine("flyway")
                .dataSource(watched())
                .open();
    }

    /** Counts who asks for a connection, and lets nobody pass while the gate is closed. */
    private DataSource watched() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + dir.resolve("app.db"));
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        asked.incrementAndGet();
                        gate.await();
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
