package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.tck.DatabaseContract;
import dev.switchback.tck.PostgresqlDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column gets its numbers from elsewhere, and there are rows: the next row has a number that none of them has. */
final class PostgresqlNumbersTest extends DatabaseContract {

    private static final String TAKES = "integer PRIMARY KEY DEFAULT nextval('s')";

    PostgresqlNumbersTest() {
        super(new PostgresqlDatabase());
    }

    private DatabaseSchema build(String... statements) throws SQLException {
        for (String sql : statements) {
            database().execute(sql);
        }
        try (Connection connection = database().connection()) {
            return new PostgresqlSchemaInspector().inspect(connection, Set.of());
        }
    }

    private long numberOfTheNextRow() throws SQLException {
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("INSERT INTO t (v) VALUES (0) RETURNING id")) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer PRIMARY KEY                           |                              | CREATE SEQUENCE s                 | 8
            serial PRIMARY KEY                            |                              | CREATE SEQUENCE s                 | 8
            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY |                           | CREATE SEQUENCE s START WITH 20   | 20
            integer PRIMARY KEY                           | CREATE SEQUENCE s START WITH 30 | CREATE SEQUENCE s START WITH 30 | 30
            integer PRIMARY KEY                           |                              | CREATE SEQUENCE s INCREMENT BY -1 | -1
            """)
    void theNextRowHasANumberOfItsOwn(String id, String sequenceBefore, String sequence, long next)
            throws SQLException {
        DatabaseSchema after = build(sequence, "CREATE TABLE t (id " + TAKES + ", v integer)");
        database().clear();
        String nothing = "SELECT 1";
        DatabaseSchema before =
                build(sequenceBefore == null ? nothing : sequenceBefore, "CREATE TABLE t (id " + id + ", v integer)");
        database()
                .execute("INSERT INTO t (id, v) "
                        + (id.contains("ALWAYS") ? "OVERRIDING SYSTEM VALUE " : "")
                        + "VALUES (3, 0), (7, 0)");

        List<DdlStatement> script = new PostgresqlDdl().render(SchemaDiff.between(before, after));
        for (DdlStatement each : script) {
            database().execute(each.sql());
        }

        assertThat(numberOfTheNextRow()).isEqualTo(next);
    }
}
