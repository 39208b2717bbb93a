package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.EngineNotFoundException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.model.MigrationStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MigrateOnStartupTest {

    @TempDir
    Path dir;

    @BeforeEach
    void twoMigrations() throws IOException {
        write("V1__create_book.sql", "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY);\n");
        write("V2__add_title.sql", "ALTER TABLE book ADD COLUMN title VARCHAR(20);\n");
    }

    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "flyway,h2", "liquibase,sqlite", "liquibase,h2"})
    void onlyReportsByDefaultAndWritesNothing(String engine, String database) throws IOException {
        StartupResult result = MigrateOnStartup.run(configure(engine, database));

        assertThat(result.ran()).isFalse();
        assertThat(result.pending()).extracting(MigrationStatus::label).containsExactly("1", "2");
        assertThat(result.health().status()).isEqualTo(HealthStatus.PENDING);
        assertThat(result.summary()).contains("2 pending", "AUTO_MIGRATE_ON_STARTUP");
        try (var files = Files.list(dir)) {
            assertThat(files).extracting(f -> f.getFileName().toString()).containsExactly("migrations");
        }
    }

    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "flyway,h2", "liquibase,sqlite", "liquibase,h2"})
    void upgradesWhenToldAndFindsNothingToDoTheNextTime(String engine, String database) {
        StartupResult first = MigrateOnStartup.run(autoUpgrade(engine, database));
        StartupResult second = MigrateOnStartup.run(autoUpgrade(engine, database));

        assertThat(first.summary()).isEqualTo("created the database, applied 2 of 2 pending, now at 2");
        assertThat(first.health().up()).isTrue();
        assertThat(first.pending()).isEmpty();
        assertThat(second.ran()).isTrue();
        assertThat(second.summary()).isEqualTo("already up to date, nothing was pending");
    }

    @Test
    void listensToTheEnvironmentVariable() {
        SettingsLoader settings = SettingsLoader.in(dir)
                .environment(Map.of(
                        "AUTO_MIGRATE_ON_STARTUP",
                        "true",
                        "SWITCHBACK_ENGINE",
                        "flyway",
                        "SWITCHBACK_STARTUP_CREATE_DATABASE",
                        "true"));

        assertThat(MigrateOnStartup.run(Switchback.from(settings)).summary()).contains("applied 2 of 2");
    }

    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "liquibase,h2"})
    void writesOneLogLineWithTheResult(String engine, String database) {
        try (LogLines log = new LogLines()) {
            MigrateOnStartup.run(configure(engine, database));
            assertThat(log.lines()).singleElement().asString().contains("WARN", "2 pending");
        }
        try (LogLines log = new LogLines()) {
            MigrateOnStartup.run(autoUpgrade(engine, database));
            assertThat(log.lines()).singleElement().asString().contains("INFO", "applied 2 of 2");
        }
    }

    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "flyway,h2", "liquibase,sqlite", "liquibase,h2"})
    void throwsWhatWentWrongAfterOneLogLine(String engine, String database) throws IOException {
        write("V3__broken.sql", "ALTER TABLE nowhere ADD COLUMN x INTEGER;\n");

        try (LogLines log = new LogLines()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> MigrateOnStartup.run(autoUpgrade(engine, database)));
            assertThat(log.lines()).singleElement().asString().contains("ERROR", "V3__broken.sql");
        }
    }

    @Test
    void reportsADatabaseThatCannotBeReadWhenItOnlyReports() throws IOException {
        Files.writeString(
                dir.resolve("app.db"), "this is no database, and long enough to be read as a page".repeat(50));

        StartupResult result = MigrateOnStartup.run(configure("flyway", "sqlite"));

        assertThat(result.health().status()).isEqualTo(HealthStatus.UNREACHABLE);
        assertThat(result.pending()).isEmpty();
        assertThat(result.summary()).contains("UNREACHABLE");
    }

    @Test
    void refusesToGuessAnEngine() {
        assertThatExceptionOfType(EngineNotFoundException.class)
                .isThrownBy(() -> MigrateOnStartup.run(configure("auto", "sqlite")))
                .satisfies(e -> assertThat(e.nextStep())
                        .contains("engine=flyway", "SWITCHBACK_ENGINE=flyway")
                        .doesNotContain("--engine"));
    }

    @Test
    void namesTheSettingThatWaitsForADatabaseThatIsStillStarting() {
        Switchback.Builder away = configure("flyway", "sqlite").databaseUrl("postgres://app:pw@127.0.0.1:1/shop");

        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(() -> MigrateOnStartup.run(away.set(ConfigKey.STARTUP_MODE, "verify")))
                .satisfies(e -> assertThat(e.nextStep()).contains("connect.wait=60s"));
    }

    @Test
    void neverShowsAPassword() throws SQLException {
        try (Connection owner = DriverManager.getConnection("jdbc:h2:file:" + dir.resolve("app"), "sa", "right")) {
            assertThat(owner.isClosed()).isFalse();
        }
        try (LogLines log = new LogLines()) {
            StartupResult result = MigrateOnStartup.run(
                    configure("flyway", "h2").set(ConfigKey.USERNAME, "sa").set(ConfigKey.PASSWORD, "s3cr3t-w0rd"));

            assertThat(result.health().status()).isEqualTo(HealthStatus.UNREACHABLE);
            assertThat(log.lines()).singleElement().asString().doesNotContain("s3cr3t-w0rd");
            assertThat(result.toString()).doesNotContain("s3cr3t-w0rd");
        }
    }

    @ParameterizedTest
    @CsvSource({"flyway", "liquibase"})
    void leavesTheCallersConnectionsOpen(String engine) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:startup-" + engine);
        try (Connection application = source.getConnection()) {
            StartupResult result = MigrateOnStartup.run(Switchback.configure()
                    .baseDir(dir)
                    .engine(engine)
                    .dataSource(source)
                    .set(ConfigKey.STARTUP_MODE, "upgrade"));

            assertThat(result.upgrade()).isPresent();
            assertThat(application.isValid(1)).isTrue();
            application.createStatement().execute("INSERT INTO book (id, title) VALUES (1, 'x')");
        }
    }

    @ParameterizedTest
    @CsvSource({"flyway", "liquibase"})
    void startersTogetherMigrateOnce(String engine) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<StartupResult>> starters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starters.add(threads.submit(() -> {
                go.await();
                return MigrateOnStartup.run(autoUpgrade(engine, "sqlite"));
            }));
        }
        go.countDown();
        int upgraded = 0;
        for (Future<StartupResult> starter : starters) {
            StartupResult result = starter.get();
            assertThat(result.health().up()).isTrue();
            upgraded += result.upgrade().orElseThrow().upgraded() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(upgraded).isEqualTo(1);
    }

    private Switchback.Builder configure(String engine, String database) {
        String url = database.equals("sqlite") ? "sqlite:///app.db" : "h2:file:./app";
        return Switchback.configure().baseDir(dir).engine(engine).databaseUrl(url);
    }

    private Switchback.Builder autoUpgrade(String engine, String database) {
        return configure(engine, database)
                .set(ConfigKey.STARTUP_MODE, "upgrade")
                .set(ConfigKey.STARTUP_CREATE_DATABASE, "true");
    }

    private void write(String name, String sql) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("migrations"));
        Files.writeString(folder.resolve(name), sql);
    }
}
