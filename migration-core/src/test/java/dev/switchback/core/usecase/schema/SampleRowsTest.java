package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.jdbc.inspect.H2SchemaInspector;
import dev.switchback.core.jdbc.inspect.MariadbSchemaInspector;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.core.jdbc.inspect.SqliteSchemaInspector;
import dev.switchback.core.port.SchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.H2Database;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows for tables with every kind of constraint and the types of each database: no table stays without. */
final class SampleRowsTest {

    private static final List<String> COMMON =
            List.of("CREATE TABLE country (code CHAR(2) PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE)", """
            CREATE TABLE person (id INTEGER PRIMARY KEY, country CHAR(2) NOT NULL, state VARCHAR(10) NOT NULL,
                email VARCHAR(40) NOT NULL UNIQUE, born DATE NOT NULL, paid DECIMAL(8,2) NOT NULL, active BOOLEAN NOT NULL,
                boss INTEGER, twice INTEGER GENERATED ALWAYS AS (id * 2) %s,
                CHECK (state IN ('new', 'old')), CHECK (paid >= 0),
                FOREIGN KEY (country) REFERENCES country (code), FOREIGN KEY (boss) REFERENCES person (id))""", """
            CREATE TABLE pet (person INTEGER NOT NULL, no INTEGER NOT NULL, PRIMARY KEY (person, no),
                FOREIGN KEY (person) REFERENCES person (id))""", """
            CREATE TABLE toy (owner INTEGER NOT NULL, pet INTEGER NOT NULL, name VARCHAR(3) NOT NULL DEFAULT 'x',
                FOREIGN KEY (owner, pet) REFERENCES pet (person, no))""");

    @TempDir
    private Path folder;

    private void fills(TestDatabase product, SchemaInspector inspector, String kept, String... own)
            throws SQLException {
        List<String> statements = new ArrayList<>(List.of(own));
        COMMON.forEach(sql -> statements.add(String.format(sql, kept)));
        try (FreshDatabase database = product.fresh(folder);
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            DatabaseSchema schema = inspector.inspect(connection, Set.of());

            assertThat(SampleRows.insert(connection, schema)).isEmpty();

            assertThat(schema.tables()).hasSize(5);
            for (String table : List.of("country", "person", "pet", "toy", "own")) {
                assertThat(database.column("SELECT COUNT(*) FROM " + table))
                        .as(table)
                        .containsExactly("3");
            }
        }
    }

    @Test
    void onPostgresql() throws SQLException {
        fills(
                new PostgresqlDatabase(),
                new PostgresqlSchemaInspector(),
                "STORED",
                "CREATE TYPE mood AS ENUM ('it''s', 'ok')",
                "CREATE DOMAIN positive AS integer NOT NULL CHECK (VALUE > 0)",
                """
                CREATE TABLE own (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m mood NOT NULL, p positive NOT NULL,
                    u UUID NOT NULL, j JSONB NOT NULL, t TIMESTAMPTZ NOT NULL, b BYTEA NOT NULL, a TEXT[] NOT NULL,
                    d DATERANGE NOT NULL, i INTERVAL NOT NULL, n INET NOT NULL, c TIME NOT NULL)""");
    }

    @Test
    void onMariadb() throws SQLException {
        fills(new MariadbDatabase(), new MariadbSchemaInspector(), "STORED", """
                CREATE TABLE own (id BIGINT AUTO_INCREMENT PRIMARY KEY, m ENUM('it''s', 'ok') NOT NULL, s SET('a', 'b') NOT NULL,
                    u UUID NOT NULL, j JSON NOT NULL, t DATETIME(3) NOT NULL, b BLOB NOT NULL, y YEAR NOT NULL,
                    n INET6 NOT NULL, c TIME NOT NULL, k BIT(4) NOT NULL)""");
    }

    @Test
    void onH2() throws SQLException {
        fills(
                new H2Database(),
                new H2SchemaInspector(),
                "",
                "CREATE DOMAIN positive AS INTEGER CHECK (VALUE > 0)",
                """
                CREATE TABLE own (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m ENUM('it''s', 'ok') NOT NULL,
                    p positive NOT NULL, u UUID NOT NULL, j JSON NOT NULL, t TIMESTAMP WITH TIME ZONE NOT NULL,
                    b BLOB NOT NULL, a VARCHAR(5) ARRAY NOT NULL, i INTERVAL DAY NOT NULL, c TIME NOT NULL)""");
    }

    @Test
    void onSqlite() throws SQLException {
        fills(
                new SqliteDatabase(),
                new SqliteSchemaInspector(),
                "STORED",
                "CREATE TABLE own (id INTEGER PRIMARY KEY AUTOINCREMENT, b BLOB NOT NULL, n NOT NULL, r REAL NOT NULL)");
    }
}
