package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held back and calls a function keeps it: PostgreSQL would not drop it. */
final class KeptRoutinesTest {

    @TempDir
    private Path folder;

    private static DatabaseSchema inspect(FreshDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            return new PostgresqlSchemaInspector().inspect(connection, Set.of());
        }
    }

    private DatabaseSchema desired(String sql) throws SQLException {
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder)) {
            database.execute(sql);
            return inspect(database);
        }
    }

    @Test
    void stayWithAColumnWhoseDefaultCallsThem() throws SQLException {
        DatabaseSchema desired = desired("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder)) {
            database.execute("CREATE FUNCTION one() RETURNS INTEGER LANGUAGE SQL AS 'SELECT 1'");
            database.execute("CREATE FUNCTION two() RETURNS INTEGER LANGUAGE SQL RETURN one() + 1");
            database.execute("CREATE FUNCTION unused() RETURNS INTEGER LANGUAGE SQL AS 'SELECT 3'");
            database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER DEFAULT two())");
            DatabaseSchema from = inspect(database);

            HeldBack held = HeldBack.of(from, desired, name -> true);
            for (DdlStatement statement : new PostgresqlDdl().render(SchemaDiff.between(from, held.schema()))) {
                database.execute(statement.sql());
            }

            assertThat(held.names()).containsExactly("column t.n");
            assertThat(inspect(database).routines()).containsOnlyKeys("one()", "two()");
            assertThat(database.column("INSERT INTO t (id) VALUES (1) RETURNING n"))
                    .containsExactly("2");
        }
    }
}
