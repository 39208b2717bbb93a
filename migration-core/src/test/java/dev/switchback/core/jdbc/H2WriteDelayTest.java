package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.config.LockType;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.port.Journal;
import dev.switchback.core.redaction.SecretRedaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the journal is open, H2 writes every commit at once; afterwards the database is as it was set. */
final class H2WriteDelayTest {

    private static final String DELAY = "SETTING_NAME = 'WRITE_DELAY'";

    @TempDir
    private Path folder;

    private final JdbcJournal journal = new JdbcJournal(
            Clock.systemUTC(),
            new JdbcDatabase(
                    new UrlConnections(DatabaseUrl.parse("jdbc:h2:mem:kind"), Duration.ZERO),
                    new DatabaseErrors(SecretRedaction.of(Set.of(), Map.of())),
                    SessionSettings.NONE,
                    LockType.AUTO,
                    connection -> "h",
                    Duration.ZERO),
            new HistoryLocation(Optional.empty(), "h"));

    private Connection connect(String user) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("store"), user, "");
    }

    @Test
    void writesEveryCommitAtOnceUntilTheRunIsOver() throws SQLException {
        try (Connection connection = connect("sa")) {
            run(connection, "SET WRITE_DELAY 700");

            try (Journal.Writer open = journal.open(connection)) {
                assertThat(delay(connection)).as("%s", open).isEqualTo("0");
            }

            assertThat(delay(connection)).isEqualTo("700");
        }
    }

    @Test
    void writesAtOnceAgainAfterARunThatDidNotLiveToPutTheDelayBack() throws SQLException {
        try (Connection connection = connect("sa")) {
            journal.open(connection);
        }
        try (Connection connection = connect("sa")) {
            assertThat(delay(connection)).as("of who opens the file next").isEqualTo("500");

            try (Journal.Writer open = journal.open(connection)) {
                assertThat(delay(connection)).as("%s", open).isEqualTo("0");
            }

            assertThat(delay(connection)).isEqualTo("500");
        }
    }

    @Test
    void commitsNothingThatWasLeftUnfinished() throws SQLException {
        try (Connection connection = connect("sa")) {
            run(connection, "CREATE TABLE item (id INTEGER)");
            Journal.Writer open = journal.open(connection);
            connection.setAutoCommit(false);
            run(connection, "INSERT INTO item VALUES (1)");

            open.close();

            assertThat(ask(connection, "SELECT COUNT(*) FROM item")).isEqualTo("0");
        }
    }

    @Test
    void leavesTheDelayToAnAdministrator() throws SQLException {
        try (Connection admin = connect("sa");
                Connection user = user(admin);
                Journal.Writer open = journal.open(user)) {
            assertThat(delay(admin)).as("%s", open).isEqualTo("500");
        }
    }

    private Connection user(Connection admin) throws SQLException {
        run(admin, "CREATE USER worker PASSWORD ''");
        run(admin, "GRANT ALTER ANY SCHEMA TO worker");
        return connect("worker");
    }

    @Test
    void hasNothingToDoInMemory() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Journal.Writer open = journal.open(connection)) {
            assertThat(ask(connection, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SETTINGS WHERE " + DELAY))
                    .as("settings that were made; %s", open)
                    .isEqualTo("1");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one in effect; what was set last, and is forgotten when the file is closed, stands before it. */
    private static String delay(Connection connection) throws SQLException {
        return ask(
                connection,
                "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE " + DELAY
                        + " OFFSET (SELECT COUNT(*) - 1 FROM INFORMATION_SCHEMA.SETTINGS WHERE " + DELAY + ")");
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
