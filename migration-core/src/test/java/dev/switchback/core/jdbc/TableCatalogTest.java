package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** To JDBC the name of a schema is a pattern: what is in TENANT11 is not in TENANT_1. */
final class TableCatalogTest {

    private static final Optional<String> SCHEMA = Optional.of("TENANT_1");

    @Test
    void anotherSchemaIsNotTakenForTheOneThatWasAskedFor() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA TENANT_1");
            statement.execute("CREATE SCHEMA TENANT11");
            statement.execute("CREATE TABLE TENANT11.BOOK (ID INTEGER)");
            statement.execute("CREATE TABLE TENANT11.SWITCHBACK_JOURNAL (ID INTEGER)");
            JournalTable journal = JournalTable.of(connection, Dialect.H2, SCHEMA);
            assertThat(TableCatalog.tables(connection, SCHEMA)).isEmpty();
            assertThat(journal.exists(connection)).isFalse();

            statement.execute("CREATE TABLE TENANT_1.BOOK (ID INTEGER)");
            statement.execute("CREATE TABLE TENANT_1.SWITCHBACK_JOURNAL (ID INTEGER)");
            assertThat(TableCatalog.tables(connection, SCHEMA)).containsExactly("BOOK");
            assertThat(journal.exists(connection)).isTrue();
        }
    }
}
