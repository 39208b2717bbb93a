package dev.switchback.tck;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration in which definitions and rows take turns, on tables of its own: what it leaves shows whether each statement
 * ran exactly once.
 *
 * @param suffix of the names of its tables
 */
record MixedScript(String suffix) {

    /** What both a definition and a change of rows can be replaced by, so that the script fails there. */
    static final String FAILS_AS_ROWS = "INSERT INTO not_there (id) VALUES (1)";

    static final String FAILS_AS_DEFINITION = "DROP TABLE not_there";

    List<String> up() {
        return named(List.of(
                "CREATE TABLE a# (id INTEGER PRIMARY KEY, name VARCHAR(40))",
                "INSERT INTO a# (id, name) VALUES (1, 'one; of a')",
                "INSERT INTO a# (id, name) VALUES (2, 'two')",
                "ALTER TABLE a# ADD COLUMN size INTEGER",
                "UPDATE a# SET size = id * 10, name = CONCAT(name, '!')",
                "CREATE TABLE b# (id INTEGER PRIMARY KEY)",
                "INSERT INTO b# (id) SELECT size FROM a#",
                "DELETE FROM a# WHERE id = 2"));
    }

    List<String> down() {
        return named(List.of(
                "CREATE TABLE c# (id INTEGER PRIMARY KEY)",
                "INSERT INTO c# (id) SELECT id FROM b#",
                "DROP TABLE b#",
                "UPDATE c# SET id = id + 1000",
                "DROP TABLE a#",
                "INSERT INTO c# (id) VALUES (7)"));
    }

    private List<String> named(List<String> statements) {
        return statements.stream().map(sql -> sql.replace("#", "_" + suffix)).toList();
    }

    /** The rows that the up script leaves, whatever the tables are called. */
    List<String> rowsAfterUp(FreshDatabase database) throws SQLException {
        List<String> rows = new ArrayList<>();
        rows.addAll(database.column("SELECT CONCAT(id, ' ', name, ' ', size) FROM a_" + suffix + " ORDER BY id"));
        rows.addAll(database.column("SELECT id FROM b_" + suffix + " ORDER BY id"));
        return rows;
    }

    /** The rows that the down script leaves. */
    List<String> rowsAfterDown(FreshDatabase database) throws SQLException {
        return database.column("SELECT id FROM c_" + suffix + " ORDER BY id");
    }

    /** A file of these statements, with a comment, one line each. */
    static String file(String directive, List<String> statements) {
        return directive + "-- a comment\n" + String.join(";\n", statements) + ";\n";
    }

    /** The same statements with another one in one place, from 1. */
    static List<String> with(List<String> statements, int place, String replacement) {
        List<String> changed = new ArrayList<>(statements);
        changed.set(place - 1, replacement);
        return changed;
    }

    static boolean isDefinition(String sql) {
        return sql.startsWith("CREATE") || sql.startsWith("ALTER") || sql.startsWith("DROP");
    }
}
