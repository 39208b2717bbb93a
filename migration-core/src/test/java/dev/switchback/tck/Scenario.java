package dev.switchback.tck;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder of migrations, and what becomes of it after it was applied. The SQL is portable. In the diagrams a number is
 * a versioned migration, {@code R} a repeatable one, {@code B3} a baseline, {@code x} one that fails, {@code '} an edit.
 *
 * @param name what to call it in messages
 * @param before the folder at first
 * @param after the folder later; equal to the first one if nothing happens to it
 */
public record Scenario(String name, List<Scripts> before, List<Scripts> after) {

    /** Copies the lists. */
    public Scenario {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    private static Scenario steady(String name, Scripts... scripts) {
        return new Scenario(name, List.of(scripts), List.of(scripts));
    }

    /** A migration that creates the table {@code t<version>} with one row, and whose down script drops the table. */
    private static Scripts table(String version) {
        String table = "t" + version.replace('.', '_');
        return Scripts.versioned(
                        version,
                        "create " + table.replace('_', ' '),
                        "CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, name VARCHAR(40));\nINSERT INTO " + table
                                + " (id, name) VALUES (1, 'one; of " + table + "');\n")
                .down("DROP TABLE " + table + ";\n");
    }

    private static Stream<Scripts> tables(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).map(Scenario::table);
    }

    /**
     * <pre>
     * 1 ── 2 ── 3
     * ↓    ↓    ↓      each with a way down
     * </pre>
     */
    public static Scenario linear() {
        return steady("linear", table("1"), table("2"), table("3"));
    }

    /**
     * As many as wanted.
     *
     * <pre>
     * 1 ── 2 ── … ── n
     * </pre>
     *
     * @param count how many
     * @return the scenario
     */
    public static Scenario linear(int count) {
        List<Scripts> all = tables(1, count).toList();
        return new Scenario("linear " + count, all, all);
    }

    /**
     * <pre>
     * 1 ──── 3 ── 4 ────── 7
     * </pre>
     */
    public static Scenario gaps() {
        return steady("gaps", table("1"), table("3"), table("4"), table("7"));
    }

    /**
     * <pre>
     * (nothing)
     * </pre>
     */
    public static Scenario empty() {
        return steady("empty");
    }

    /**
     * <pre>
     * 1 ── 2x ── 3     2: CREATE TABLE t2; INSERT into a table that is not there; CREATE TABLE t2b
     *
     * later 2 is mended: 1 ── 2' ── 3
     * </pre>
     */
    public static Scenario failsAtSecondStatement() {
        Scripts broken = Scripts.versioned("2", "create t2", """
                        -- creates one table, then fails
                        CREATE TABLE t2 (id INTEGER PRIMARY KEY, name VARCHAR(40));

                        INSERT INTO not_there (id) VALUES (1);
                        CREATE TABLE t2b (id INTEGER PRIMARY KEY);
                        """).down("DROP TABLE t2;\n");
        return new Scenario(
                "failsAtSecondStatement",
                List.of(table("1"), broken, table("3")),
                List.of(table("1"), table("2"), table("3")));
    }

    /**
     * <pre>
     * 1 ── 2 ── 3      later      1 ── 2' ── 3
     * </pre>
     */
    public static Scenario changedAfterApply() {
        Scripts two = table("2");
        return new Scenario(
                "changedAfterApply",
                linear().before(),
                List.of(
                        table("1"),
                        two.edited(two.upSql() + "INSERT INTO t2 (id, name) VALUES (2, 'late');\n"),
                        table("3")));
    }

    /**
     * <pre>
     * 1 ── 2 ── 3      later      1 ────── 3
     * </pre>
     */
    public static Scenario removedAfterApply() {
        return new Scenario("removedAfterApply", linear().before(), List.of(table("1"), table("3")));
    }

    /**
     * <pre>
     * 1 ────── 3      later      1 ── 2 ── 3
     * </pre>
     */
    public static Scenario outOfOrder() {
        return new Scenario("outOfOrder", List.of(table("1"), table("3")), linear().before());
    }

    /**
     * <pre>
     * 1 ── 2      what 1 writes is not ASCII; {@link MigrationFolder#writeCrlf} gives the files a BOM and CRLF
     * </pre>
     */
    public static Scenario nonAscii() {
        return steady("nonAscii", Scripts.versioned("1", "größe 測試", """
                                -- Ünïcödé in a comment
                                CREATE TABLE t1 (id INTEGER PRIMARY KEY, name VARCHAR(40));
                                INSERT INTO t1 (id, name) VALUES (1, 'naïve 測試 🐘');
                                """).down("DROP TABLE t1;\n"), table("2"));
    }

    /**
     * <pre>
     * 1 ── 2 ── R names       later      1 ── 2 ── R names'
     * </pre>
     */
    public static Scenario repeatable() {
        return new Scenario(
                "repeatable",
                List.of(table("1"), table("2"), view("SELECT name FROM t1")),
                List.of(table("1"), table("2"), view("SELECT name FROM t1 UNION ALL SELECT name FROM t2")));
    }

    private static Scripts view(String query) {
        return Scripts.repeatable("names", "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS " + query + ";\n");
    }

    /**
     * <pre>
     * 1 ── 2 ── 3 ── 4
     *      B2
     *           B3 ── 4       an empty database starts at B3
     * </pre>
     */
    public static Scenario baseline() {
        return steady(
                "baseline",
                table("1"),
                table("2"),
                table("3"),
                table("4"),
                Scripts.baseline("2", "first two", "CREATE TABLE b2 (id INTEGER PRIMARY KEY);\n"),
                Scripts.baseline("3", "first three", "CREATE TABLE b3 (id INTEGER PRIMARY KEY);\n"));
    }

    /**
     * <pre>
     * 1 ── 1.1 ── 1.10 ── 2      numbers, not decimals
     * </pre>
     */
    public static Scenario dotted() {
        return steady("dotted", table("1"), table("1.1"), table("1.10"), table("2"));
    }
}
