package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.StartupMode;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.error.PendingMigrationsException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StartupModesTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void verifyRefusesToStartOnWhatIsPendingAndChangesNothing(String engine) throws Exception {
        Application application = Application.in(dir, engine);

        assertThatExceptionOfType(PendingMigrationsException.class)
                .isThrownBy(() -> MigrateOnStartup.run(application.mode("verify")))
                .withMessage("2 migrations are not applied: V1__create_book.sql, V2__add_title.sql")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PENDING))
                .satisfies(e -> assertThat(e.pending()).hasSize(2));
        assertThat(application.database()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void verifyStartsAtHeadAndSaysWhereThatIs(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        MigrateOnStartup.run(application.upgrading());

        StartupResult result = MigrateOnStartup.run(application.mode("verify"));

        assertThat(result.mode()).isEqualTo(StartupMode.VERIFY);
        assertThat(result.ran()).isFalse();
        assertThat(result.summary()).isEqualTo("nothing is pending, at 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void verifyTellsWrongFilesFromAWrongHistory(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        MigrateOnStartup.run(application.upgrading());

        application.write("V2__add_title.sql", "ALTER TABLE book ADD COLUMN other VARCHAR(20);\n");
        try (LogLines log = new LogLines()) {
            assertThatExceptionOfType(HistoryMismatchException.class)
                    .isThrownBy(() -> MigrateOnStartup.run(application.mode("verify")))
                    .withMessageContaining("V2__add_title.sql");
            assertThat(log.lines()).singleElement().asString().contains("do not agree (1): V2__add_title.sql was");
        }

        application.write("notes.txt", "no migration");
        assertThatExceptionOfType(InvalidMigrationSourceException.class)
                .isThrownBy(() -> MigrateOnStartup.run(application.mode("verify")))
                .withMessageContaining("notes.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void aStartThatTakesNoLockSaysSoOnceInTheLog(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        try (LogLines log = new LogLines()) {
            MigrateOnStartup.run(application.upgrading().set(ConfigKey.LOCK_TYPE, "none"));
            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0)).contains("WARN", "no migration lock is taken (lock.type=none)");
            assertThat(log.lines().get(1)).contains("INFO", "applied 2 of 2");
        }
        try (LogLines log = new LogLines()) {
            MigrateOnStartup.run(application.upgrading().set(ConfigKey.LOCK_TYPE, "none"));
            assertThat(log.lines()).singleElement().asString().contains("INFO", "already up to date");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void waitStartsWhenAnotherProcessHasBroughtItToHead(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        CountDownLatch waits = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<StartupResult> waiting = threads.submit(() ->
                MigrateOnStartup.run(application.mode("wait").listener(event -> {
                    if (event instanceof MigrationEvent.DatabaseWaiting) {
                        waits.countDown();
                    }
                })));
        assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();

        MigrateOnStartup.run(application.upgrading());

        assertThat(waiting.get(30, TimeUnit.SECONDS).health().up()).isTrue();
        threads.shutdown();
    }

    @Test
    void waitEndsWhenItsTimeIsOver() throws Exception {
        Application application = Application.in(dir, "flyway");

        assertThatExceptionOfType(PendingMigrationsException.class)
                .isThrownBy(() -> MigrateOnStartup.run(application.mode("wait").set(ConfigKey.STARTUP_TIMEOUT, "1s")))
                .withMessageStartingWith("2 migrations are still not applied after 1 s");
    }

    @ParameterizedTest
    @CsvSource({"flyway,sqlite:///app.db", "liquibase,sqlite:///app.db", "flyway,h2:file:./app"})
    void upgradeCreatesNoDatabaseUnlessItIsToldTo(String engine, String url) throws Exception {
        Application application = Application.in(dir, engine);

        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(
                        () -> MigrateOnStartup.run(application.mode("upgrade").databaseUrl(url)))
                .withMessageContaining("there is no such database")
                .satisfies(e -> assertThat(e.nextStep()).contains("startup.create-database=true"));
        assertThat(dir).isDirectoryNotContaining("glob:**/app*");

        assertThat(MigrateOnStartup.run(application.upgrading().databaseUrl(url))
                        .databaseCreated())
                .isTrue();
        assertThat(MigrateOnStartup.run(application.upgrading().databaseUrl(url))
                        .databaseCreated())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void createsADatabaseOnAServerOnlyIfItIsToldTo(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        try (FreshDatabase neighbour = new PostgresqlDatabase().fresh(dir)) {
            String name = neighbour.user() + "_new";
            String url = neighbour.url().replaceFirst("/" + neighbour.user() + "(?=$|\\?)", "/" + name);
            assertThat(url).contains(name);
            try (Connection administrator = neighbour.administer();
                    Statement statement = administrator.createStatement()) {
                statement.execute("ALTER ROLE " + neighbour.user() + " CREATEDB");
            }

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() ->
                            MigrateOnStartup.run(application.mode("upgrade").databaseUrl(url)))
                    .satisfies(e -> assertThat(e.nextStep()).contains("startup.create-database=true"));

            assertThat(MigrateOnStartup.run(application.upgrading().databaseUrl(url))
                            .summary())
                    .isEqualTo("created the database, applied 2 of 2 pending, now at 2");
            try (Connection administrator = neighbour.administer();
                    Statement statement = administrator.createStatement()) {
                statement.execute("DROP DATABASE " + name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void theSummaryOfAHalfFailedMigrationIsOneLine(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        application.write(
                "V3__half.sql", "CREATE TABLE half (id INTEGER);\nALTER TABLE nowhere ADD COLUMN x INTEGER;\n");

        StartupResult result = MigrateOnStartup.run(
                application.upgrading().databaseUrl("h2:file:./half").set(ConfigKey.STARTUP_ON_FAILURE, "warn"));

        assertThat(result.failure().orElseThrow().getMessage()).contains("\n");
        assertThat(result.summary()).hasLineCount(1).contains("starts all the same", "V3__half.sql", "next: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void warnStartsAllTheSameAndSaysWhatFailed(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        application.write("V3__broken.sql", "ALTER TABLE nowhere ADD COLUMN x INTEGER;\n");

        try (LogLines log = new LogLines()) {
            StartupResult result =
                    MigrateOnStartup.run(application.upgrading().set(ConfigKey.STARTUP_ON_FAILURE, "warn"));

            assertThat(result.failure()).containsInstanceOf(MigrationFailedException.class);
            assertThat(result.databaseCreated()).isTrue();
            assertThat(result.pending())
                    .singleElement()
                    .satisfies(m -> assertThat(m.script()).isEqualTo("V3__broken.sql"));
            assertThat(result.health().status()).isEqualTo(HealthStatus.PENDING);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("WARN", "starts all the same", "V3__broken.sql", "next: ");
        }
    }

    @Test
    void warnStartsWithoutItsDatabase() throws Exception {
        Application application = Application.in(dir, "flyway");

        StartupResult result = MigrateOnStartup.run(application
                .mode("upgrade")
                .databaseUrl("postgres://app:secret@127.0.0.1:1/shop")
                .set(ConfigKey.STARTUP_ON_FAILURE, "warn"));

        assertThat(result.failure()).containsInstanceOf(DatabaseAccessException.class);
        assertThat(result.health().status()).isEqualTo(HealthStatus.UNREACHABLE);
    }

    @Test
    void warnDoesNotForgiveAWrongSetting() throws Exception {
        Application application = Application.in(dir, "flyway");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> MigrateOnStartup.run(application
                        .mode("upgrade")
                        .set(ConfigKey.STARTUP_ON_FAILURE, "warn")
                        .set(ConfigKey.SCHEMA, "app")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void upgradeWaitsForAnotherProcessOnlySoLong(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<StartupResult> slow = threads.submit(() ->
                MigrateOnStartup.run(application.upgrading().listener(event -> {
                    if (event instanceof MigrationEvent.StatementStarted) {
                        begun.countDown();
                        await(goOn);
                    }
                })));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        assertThatExceptionOfType(MigrationLockException.class)
                .isThrownBy(() ->
                        MigrateOnStartup.run(application.mode("upgrade").set(ConfigKey.STARTUP_TIMEOUT, "300ms")));

        goOn.countDown();
        assertThat(slow.get(30, TimeUnit.SECONDS).health().up()).isTrue();
        threads.shutdown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void startsOnADatabaseThatIsAheadAndSaysSo(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        application.write("V3__newer.sql", "CREATE TABLE newer (id INTEGER);\n");
        MigrateOnStartup.run(application.upgrading());
        java.nio.file.Files.delete(dir.resolve("migrations/V3__newer.sql"));

        try (LogLines log = new LogLines()) {
            StartupResult result = MigrateOnStartup.run(application.mode("verify"));

            assertThat(result.health().up()).isTrue();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("WARN", "the database is ahead by 1, this build knows migrations up to 2");
        }
    }

    @ParameterizedTest
    @CsvSource({"true,UPGRADE", "false,OFF", "verify,VERIFY", "wait,WAIT", "Upgrade,UPGRADE", "no,OFF"})
    void theVariableTakesAModeOrYesAndNo(String value, StartupMode mode) {
        assertThat(Switchback.from(dev.switchback.api.config.SettingsLoader.in(dir)
                                .environment(Map.of("AUTO_MIGRATE_ON_STARTUP", value)))
                        .settings()
                        .get(ConfigKey.STARTUP_MODE))
                .isEqualTo(mode);
    }

    @Test
    void leavesTheCallersBuilderAsItIs() throws Exception {
        Application application = Application.in(dir, "flyway");
        Switchback.Builder builder = application.upgrading();
        String before = builder.settings().toString();

        MigrateOnStartup.run(builder);

        assertThat(builder.settings().toString()).isEqualTo(before);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
