package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** To JDBC the name of a schema is a pattern: a history in TENANT11 is not that of TENANT_1. */
final class HistoryTableTest {

    @Test
    void isNotFoundInAnotherSchema() throws SQLException {
        HistoryTable history =
                new HistoryTable(DatabaseKind.H2, Optional.of("TENANT_1"), LiquibaseEngineProvider.HISTORY_TABLE);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA TENANT_1");
            statement.execute("CREATE SCHEMA TENANT11");
            statement.execute("CREATE TABLE TENANT11.DATABASECHANGELOG (ID INTEGER)");
            assertThat(history.exists(connection)).isFalse();

            statement.execute("CREATE TABLE TENANT_1.DATABASECHANGELOG (ID INTEGER)");
            assertThat(history.exists(connection)).isTrue();
        }
    }
}
