package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.core.domain.ddl.SqliteDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.inspect.SqliteSchemaInspector;
import dev.switchback.tck.SqliteDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts for SQLite do to rows that the cases of all dialects do not have. */
final class SqliteRowsTest {

    @TempDir
    private Path folder;

    private Room room(String... statements) throws SQLException {
        Room room = Room.in(new SqliteDatabase().fresh(folder));
        room.run(List.of(statements));
        return room;
    }

    private static DatabaseSchema schema(Room room) throws SQLException {
        return new SqliteSchemaInspector().inspect(room.connection(), Set.of());
    }

    /** What leads from the schema in a room to another one. */
    private List<DdlStatement> script(Room start, String... wanted) throws SQLException {
        try (Room desired = room(wanted)) {
            return new SqliteDdl().render(SchemaDiff.between(schema(start), schema(desired)));
        }
    }

    private static void migrate(Room room, List<DdlStatement> script) throws SQLException {
        room.migrate(script, !new SqliteDdl().needsNoTransaction(script));
    }

    private static List<List<String>> rows(Room room, String query) throws SQLException {
        return SqliteDump.rows(room.connection(), query);
    }

    @Test
    void throwsNoRowAwayThatAConflictClauseOfTheNewTableWouldThrowAway() throws SQLException {
        try (Room room = room(
                "CREATE TABLE u (id INTEGER PRIMARY KEY, email TEXT, n TEXT)",
                "INSERT INTO u VALUES (1, 'a', 'x'), (2, 'a', 'y'), (3, 'b', NULL), (4, 'c', 'z')")) {
            for (String wanted : List.of(
                    "email TEXT UNIQUE ON CONFLICT REPLACE, n TEXT",
                    "email TEXT, n TEXT NOT NULL ON CONFLICT IGNORE")) {
                List<DdlStatement> script = script(room, "CREATE TABLE u (id INTEGER PRIMARY KEY, " + wanted + ")");

                assertThatThrownBy(() -> migrate(room, script)).hasMessageContaining("constraint failed");
                assertThat(rows(room, "SELECT id FROM u")).hasSize(4);
            }
        }
    }

    private static List<String> losses(List<DdlStatement> script) {
        return script.stream()
                .filter(statement -> statement.risk() == DdlStatement.Risk.LOSES_DATA)
                .map(statement -> statement.note().orElse(""))
                .toList();
    }

    @Test
    void saysThatValuesAreLostThatAnotherTypeRewrites() throws SQLException {
        try (Room room = room("CREATE TABLE z (id INTEGER PRIMARY KEY, t TEXT, b, i INTEGER, r REAL)")) {
            String wanted = "CREATE TABLE z (id INTEGER PRIMARY KEY, t %s, b %s, i %s, r REAL)";

            assertThat(losses(script(room, String.format(wanted, "INTEGER", "", "INTEGER"))))
                    .containsExactly("values of z.t that look like numbers become numbers: '007' becomes 7");
            assertThat(losses(script(room, String.format(wanted, "DATE", "REAL", "INTEGER"))))
                    .containsExactly("values of z.t, z.b that look like numbers become numbers: '007' becomes 7");
            assertThat(losses(script(room, String.format(wanted, "TEXT", "", "DOUBLE"))))
                    .containsExactly("values of z.i beyond 9007199254740992 are rounded");
            assertThat(losses(script(room, String.format(wanted, "VARCHAR(9)", "TEXT", "TEXT"))))
                    .isEmpty();
        }
    }

    @Test
    void keepsTheValuesOfATypeWhoseChangeIsNoLoss() throws SQLException {
        try (Room room = room(
                "CREATE TABLE z (r REAL, d DECIMAL, i INTEGER, t TEXT)",
                "INSERT INTO z VALUES (2.5, 0.125, 9223372036854775807, '007'), (3.0, 'x', 1, 'y')")) {
            String values = "SELECT r + 0, d, i, t FROM z WHERE r = 2.5 AND d = 0.125 AND t = '007'"
                    + " UNION ALL SELECT r * 2, d, i, t FROM z WHERE r = 3 AND t = 'y'";
            List<List<String>> before = rows(room, values);

            List<DdlStatement> script = script(room, "CREATE TABLE z (r NUMERIC, d INTEGER, i DECIMAL, t BLOB)");
            migrate(room, script);

            assertThat(losses(script)).isEmpty();
            assertThat(before).hasSize(2);
            assertThat(rows(room, values).toString())
                    .isEqualTo(before.toString().replace("6.0", "6"));
        }
    }

    @Test
    void keepsTheRowsThatPointToATableThatGoes() throws SQLException {
        String child =
                "CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent (id) ON DELETE CASCADE)";
        try (Room room = room(
                "PRAGMA foreign_keys = ON",
                "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
                child,
                "INSERT INTO parent VALUES (1)",
                "INSERT INTO child VALUES (1, 1)")) {
            migrate(room, script(room, child));

            assertThat(rows(room, "SELECT p FROM child")).containsExactly(List.of("1"));
        }
    }

    @Test
    void takesNoForeignKeyThatRowsDoNotSatisfy() throws SQLException {
        try (Room room = room(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY, n TEXT)",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER)",
                "INSERT INTO child VALUES (1, 99)")) {
            String pointing = "CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent (id))";
            for (String parent : List.of("n TEXT", "n TEXT NOT NULL")) {
                List<DdlStatement> script =
                        script(room, "CREATE TABLE parent (id INTEGER PRIMARY KEY, " + parent + ")", pointing);

                assertThatThrownBy(() -> migrate(room, script))
                        .as(parent)
                        .hasMessageContaining("CHECK constraint failed: rows of child point to no row of parent");
                assertThat(rows(room, "SELECT * FROM pragma_foreign_key_list('child')"))
                        .isEmpty();
                assertThat(rows(room, "SELECT p FROM child")).containsExactly(List.of("99"));
            }
            room.run(List.of("INSERT INTO parent VALUES (99, 'x')"));

            migrate(room, script(room, "CREATE TABLE parent (id INTEGER PRIMARY KEY, n TEXT NOT NULL)", pointing));

            assertThat(rows(room, "SELECT p FROM child")).containsExactly(List.of("99"));
            assertThat(rows(room, "SELECT name FROM sqlite_temp_schema")).isEmpty();
        }
    }

    @Test
    void leavesRowsAloneThatPointedNowhereBefore() throws SQLException {
        String child = "CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent (id), n %s)";
        String parent = "CREATE TABLE parent (id INTEGER PRIMARY KEY)";
        try (Room room = room(parent, String.format(child, "TEXT"), "INSERT INTO child VALUES (1, 99, 'x')")) {
            migrate(room, script(room, parent, String.format(child, "TEXT NOT NULL")));

            assertThat(rows(room, "SELECT p FROM child")).containsExactly(List.of("99"));
        }
    }

    @Test
    void addsAForeignKeyThatPointsToNoKeyAsTheModelSays() throws SQLException {
        String child = "CREATE TABLE child (id INTEGER PRIMARY KEY, p TEXT%s)";
        String parent = "CREATE TABLE parent (id INTEGER PRIMARY KEY, n TEXT)";
        try (Room room = room(parent, String.format(child, ""), "INSERT INTO child VALUES (1, 'x')")) {
            migrate(room, script(room, parent, String.format(child, " REFERENCES parent (n)")));

            assertThat(rows(room, "SELECT \"to\" FROM pragma_foreign_key_list('child')"))
                    .containsExactly(List.of("n"));
        }
    }

    @Test
    void keepsTheNumbersOfRowsByWhichAnFtsTableFindsThem() throws SQLException {
        try (Room room = room(
                "CREATE TABLE docs (title TEXT, rowid TEXT)",
                "INSERT INTO docs (_rowid_, title, rowid) VALUES (1, 'alpha', 'a'), (5, 'beta', 'b'), (9, 'gamma', 'c')",
                "CREATE VIRTUAL TABLE f USING fts5(title, content='docs', content_rowid='oid')",
                "INSERT INTO f (f) VALUES ('rebuild')")) {
            migrate(room, script(room, "CREATE TABLE docs (title TEXT NOT NULL, rowid TEXT)"));

            assertThat(rows(room, "SELECT oid, rowid FROM docs"))
                    .containsExactly(List.of("1", "a"), List.of("5", "b"), List.of("9", "c"));
            assertThat(rows(room, "SELECT f.oid, title FROM f WHERE f MATCH 'beta'"))
                    .containsExactly(List.of("5", "beta"));
        }
    }

    @Test
    void asksForNoNumberOfARowWhereThereIsNone() throws SQLException {
        for (String table : List.of(
                "(k TEXT PRIMARY KEY, n TEXT%s) WITHOUT ROWID",
                "(rowid TEXT, _rowid_ TEXT, oid TEXT, n TEXT%s)", "(id INTEGER PRIMARY KEY, n TEXT%s)")) {
            try (Room room = room("CREATE TABLE t " + String.format(table, ""))) {
                List<DdlStatement> script = script(room, "CREATE TABLE t " + String.format(table, " NOT NULL"));

                migrate(room, script);

                assertThat(script.get(1).sql()).doesNotContain("(rowid, k", "(rowid, id", "(oid, ");
            }
        }
    }
}
