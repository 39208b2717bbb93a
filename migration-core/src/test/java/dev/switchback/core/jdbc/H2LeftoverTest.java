package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The journal's table on H2 is emptied before a run, but only when nothing stands in it. */
final class H2LeftoverTest {

    @Test
    void keepsTheEntriesThatAreThere() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            JournalTable table = JournalTable.of(connection, Dialect.H2, Optional.empty());
            table.create(connection);
            statement.execute("INSERT INTO " + table.qualified()
                    + " (history, script, kind, description, direction, done, done_hash, host, pid, started_at)"
                    + " VALUES ('h', 'V1__a.sql', 'VERSIONED', 'a', 'UP', 1, 'x', 'web-1', 1, 'now')");

            table.create(connection);

            assertThat(JdbcJournal.read(connection, table, "h")).hasSize(1);
            JdbcJournal.remove(connection, table, Optional.of("h"), "V1__a.sql");
            table.create(connection);
            assertThat(JdbcJournal.read(connection, table, "h")).isEmpty();
        }
    }
}
