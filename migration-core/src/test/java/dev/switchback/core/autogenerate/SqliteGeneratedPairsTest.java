package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.SqliteDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.inspect.SqliteSchemaInspector;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From any schema to any other and back: it arrives, or the rows are what does not fit. */
final class SqliteGeneratedPairsTest {

    private static final int ERROR = 1;
    private static final int CONSTRAINT = 19;
    private static final int LAST_BYTE = 0xff;

    private final SqliteDdl renderer = new SqliteDdl();
    private final SqliteSchemaInspector inspector = new SqliteSchemaInspector();

    @Test
    void everyWayLeadsThereAndBack() throws SQLException {
        // the same pairs in every build, so that a build fails only for what it has changed
        pairs(20_261_126, 200);
    }

    @Test
    @Tag("faults")
    void manyWaysLeadThereAndBack() throws SQLException {
        pairs(new Random().nextLong(), 5_000);
    }

    private void pairs(long seed, int count) throws SQLException {
        Random random = new Random(seed);
        int arrived = 0;
        for (int i = 0; i < count; i++) {
            List<String> from = GeneratedSqliteSchema.statements(random);
            List<String> to = GeneratedSqliteSchema.statements(random);
            try {
                arrived += thereAndBack(from, to, random.nextBoolean()) ? 1 : 0;
            } catch (SQLException | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ", pair " + i + "\n" + String.join(";\n", from) + "\n--\n"
                                + String.join(";\n", to),
                        e);
            }
        }
        assertThat(arrived).as("seed %s", seed).isGreaterThan(count / 2);
    }

    private boolean thereAndBack(List<String> from, List<String> to, boolean rows) throws SQLException {
        try (Connection start = open(from);
                Connection desired = open(to)) {
            DatabaseSchema before = inspect(start);
            DatabaseSchema after = inspect(desired);
            List<String> dumpBefore = SqliteDump.of(start);
            if (rows) {
                fill(start, before);
            }
            return migrate(start, before, after, SqliteDump.of(desired)) && migrate(start, after, before, dumpBefore);
        }
    }

    /** What SQLite refuses is no part of the schema. */
    private static Connection open(List<String> statements) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        for (String sql : statements) {
            try {
                execute(connection, sql);
            } catch (SQLException e) {
                assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(ERROR);
            }
        }
        execute(connection, "PRAGMA foreign_keys = ON");
        return connection;
    }

    /** One row in each table that takes one. */
    private static void fill(Connection connection, DatabaseSchema schema) throws SQLException {
        for (var table : schema.tables().keySet()) {
            try {
                execute(connection, "INSERT INTO \"" + table.name() + "\" (id) VALUES (1)");
            } catch (SQLException e) {
                assertThat(e.getErrorCode() & LAST_BYTE).as(e.getMessage()).isIn(CONSTRAINT, ERROR);
            }
        }
    }

    /** Whether it arrived; if not, rows were in the way, and nothing is changed. */
    private boolean migrate(Connection connection, DatabaseSchema from, DatabaseSchema to, List<String> dump)
            throws SQLException {
        List<DdlStatement> script = renderer.render(SchemaDiff.between(from, to));
        boolean transaction = !renderer.needsNoTransaction(script);
        if (transaction) {
            execute(connection, "BEGIN");
        }
        for (DdlStatement statement : script) {
            try {
                execute(connection, statement.sql());
            } catch (SQLException e) {
                boolean rows = (e.getErrorCode() & LAST_BYTE) == CONSTRAINT
                        || statement.risk() == DdlStatement.Risk.REJECTS_ROWS
                        // a key that points to columns that are no key: no row can be changed in such a schema
                        || String.valueOf(e.getMessage()).contains("foreign key mismatch");
                if (rows) {
                    return false;
                }
                throw new SQLException(e.getMessage() + "\nin " + text(script), e.getSQLState(), e.getErrorCode(), e);
            }
        }
        if (transaction) {
            try {
                execute(connection, "COMMIT");
            } catch (SQLException e) {
                assertThat(e.getErrorCode() & LAST_BYTE).as(text(script)).isEqualTo(CONSTRAINT);
                return false;
            }
        }
        execute(connection, "PRAGMA foreign_keys = ON");
        assertThat(SchemaDiff.between(inspect(connection), to).changes())
                .as(text(script))
                .isEmpty();
        List<String> reached = SqliteDump.of(connection);
        assertThat(missing(dump, reached)).as("missing after " + text(script)).isEmpty();
        assertThat(missing(reached, dump)).as("too much after " + text(script)).isEmpty();
        return true;
    }

    private static List<String> missing(List<String> some, List<String> others) {
        return some.stream().filter(line -> !others.contains(line)).toList();
    }

    private static String text(List<DdlStatement> script) {
        return String.join(";\n", script.stream().map(DdlStatement::sql).toList());
    }

    private DatabaseSchema inspect(Connection connection) throws SQLException {
        return inspector.inspect(connection, Set.of());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
