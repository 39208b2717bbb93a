package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.CommandLineRun.Outcome;
import dev.switchback.cli.command.ApiEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of Liquibase whose output names this machine and this minute. */
final class EngineOutputTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAProject() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
        Files.writeString(folder.resolve("migrations/V2__two.sql"), "CREATE TABLE two (id INTEGER);\n");
        assertThat(run("upgrade", "1").exitCode()).isZero();
    }

    private Outcome run(String... args) {
        return CommandLineRun.in(folder, ApiEntry.installed())
                .variable("SWITCHBACK_ENGINE", "liquibase")
                .run(args);
    }

    @Test
    void updateSqlIsThatOfLiquibaseAndChangesNothing() {
        Outcome outcome = run("engine", "--", "update-sql");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("-- Update Database Script", "CREATE TABLE two (id INTEGER);")
                .doesNotContain("CREATE TABLE one");
        assertThat(run("current").out()).isEqualTo("1\n");
    }

    @Test
    void historyIsThatOfLiquibase() {
        Outcome outcome = run("engine", "--", "history");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("V1__one.sql", "switchback").doesNotContain("V2__two.sql");
    }

    @Test
    void updateIsAcceptedByTheNextCommandOfOurs() {
        assertThat(run("engine", "--yes", "--", "update").exitCode()).isZero();
        assertThat(run("check").out()).startsWith("✓ ok: 2 files and the history agree, at 2");
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        run("engine", "--", "validate");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.equals("migrations") || name.startsWith("switchback.db"));
        }
    }

    @Test
    void releasesTheLockThatADeadLiquibaseLeft() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("switchback.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            run("engine", "--", "validate");
            statement.executeUpdate("UPDATE DATABASECHANGELOGLOCK SET LOCKED = 1, LOCKEDBY = 'web-1',"
                    + " LOCKGRANTED = '2026-11-01 10:00:00' WHERE ID = 1");
        }
        Outcome asked = run("lock", "release");
        assertThat(asked.exitCode()).isEqualTo(10);
        Outcome released = run("lock", "release", "--yes");
        assertThat(released.exitCode()).isZero();
        assertThat(released.out()).contains("freed the lock that was held by", "web-1");
        assertThat(run("lock", "status").out()).contains("free: a run can begin at once");
        assertThat(run("upgrade").exitCode()).isZero();
    }
}
