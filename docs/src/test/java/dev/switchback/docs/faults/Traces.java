package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MigrationFolder;
import dev.switchback.tck.Scripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Migrations that leave traces, by which one sees how often each statement has run: the first makes the table {@code
 * work}, every other one a row in it with its version as the id; and every second one a table {@code t<version>} as well,
 * by turns before and after its row.
 *
 * @param count how many migrations
 */
record Traces(int count) {

    /** What one statement leaves. */
    private record Trace(String made, String gone, boolean table, String name) {
        static Trace table(String name) {
            return new Trace("CREATE TABLE " + name + " (id INTEGER NOT NULL)", "DROP TABLE " + name, true, name);
        }

        static Trace row(int id) {
            return new Trace(
                    "INSERT INTO work (id) VALUES (" + id + ")",
                    "DELETE FROM work WHERE id = " + id,
                    false,
                    String.valueOf(id));
        }

        boolean isThere(FreshDatabase database) throws SQLException {
            return table
                    ? database.tables().contains(name)
                    : !database.column("SELECT id FROM work WHERE id = " + name).isEmpty();
        }
    }

    private static List<Trace> of(int version) {
        if (version == 1) {
            return List.of(Trace.table("work"));
        }
        Trace row = Trace.row(version);
        return switch (version % 4) {
            case 0 -> List.of(Trace.table("t" + version), row);
            case 2 -> List.of(row, Trace.table("t" + version));
            default -> List.of(row);
        };
    }

    /**
     * Writes the migrations, or the first of them.
     *
     * @param folder where
     * @param upTo how many
     */
    void write(MigrationFolder folder, int upTo) {
        folder.write(IntStream.rangeClosed(1, upTo)
                .mapToObj(version -> Scripts.versioned(String.valueOf(version), "step", script(version)))
                .toList());
    }

    private static String script(int version) {
        StringBuilder sql = new StringBuilder();
        of(version).forEach(trace -> sql.append(trace.made).append(";\n"));
        return sql.toString();
    }

    static String file(int version) {
        return "V" + version + "__step.sql";
    }

    /** How many statements of a migration have taken effect; they do so in order. */
    static int effects(FreshDatabase database, int version) throws SQLException {
        int there = 0;
        for (Trace trace : of(version)) {
            boolean inOrder = trace.isThere(database);
            assertThat(inOrder && there < of(version).indexOf(trace))
                    .as("a later statement of %s without an earlier one", file(version))
                    .isFalse();
            there += inOrder ? 1 : 0;
        }
        return there;
    }

    /** Does by hand what a migration has not done. */
    static void finish(FreshDatabase database, int version) throws SQLException {
        for (Trace trace : of(version)) {
            if (!trace.isThere(database)) {
                database.execute(trace.made);
            }
        }
    }

    /** Takes back by hand what a migration has done. */
    static void undo(FreshDatabase database, int version) throws SQLException {
        for (Trace trace : of(version)) {
            if (trace.isThere(database)) {
                database.execute(trace.gone);
            }
        }
    }

    /** Every statement of every migration has run once, and every migration is recorded once. */
    void assertEachRanOnce(FreshDatabase database, String historyTable) throws SQLException {
        assertThat(database.column("SELECT id FROM work ORDER BY id"))
                .isEqualTo(IntStream.rangeClosed(2, count)
                        .mapToObj(String::valueOf)
                        .toList());
        List<String> tables = new ArrayList<>(database.tables());
        assertThat(tables).contains("work");
        tables.removeIf(table -> !table.matches("t\\d+"));
        assertThat(tables)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, count)
                        .filter(version -> version % 2 == 0)
                        .mapToObj(version -> "t" + version)
                        .toList());
        String script = historyTable.startsWith("flyway") ? quoted(database, "script") : "filename";
        String table = historyTable.startsWith("flyway") ? quoted(database, historyTable) : historyTable;
        assertThat(database.column("SELECT " + script + " FROM " + table))
                .filteredOn(row -> row.startsWith("V"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, count).mapToObj(Traces::file).toList());
    }

    private static String quoted(FreshDatabase database, String name) {
        String quote = database.url().startsWith("mariadb") || database.url().startsWith("mysql") ? "`" : "\"";
        return quote + name + quote;
    }
}
