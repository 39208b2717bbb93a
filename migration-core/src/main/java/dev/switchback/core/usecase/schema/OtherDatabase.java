package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.ddl.Lexemes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notices a statement that would leave the scratch database for another database of its server. On MariaDB and MySQL each is
 * a qualified name away; elsewhere no name leads there.
 *
 * @param live the database of the migrations, which may not even be read; empty where no name leads anywhere
 * @param others the other databases of the server, which may be read
 */
record OtherDatabase(Optional<String> live, Set<String> others) {

    /** What every server has to tell about itself. */
    private static final Set<String> TELLING = Set.of("information_schema", "performance_schema", "sys");

    /** Before a name of a table or a program; before any other name with a dot stands an expression. */
    private static final Set<String> BEFORE = Set.of(
            "CALL",
            "DELAYED",
            "DELETE",
            "EVENT",
            "EXISTS",
            "FROM",
            "FUNCTION",
            "HIGH_PRIORITY",
            "IGNORE",
            "INSERT",
            "INTO",
            "JOIN",
            "LIKE",
            "LOW_PRIORITY",
            "PROCEDURE",
            "QUICK",
            "REFERENCES",
            "REPLACE",
            "SEQUENCE",
            "TABLE",
            "TABLES",
            "TO",
            "TRIGGER",
            "TRUNCATE",
            "UPDATE",
            "VIEW");

    /** What begins another part of a statement, in which a comma stands between expressions. */
    private static final Set<String> EXPRESSIONS = Set.of("BY", "HAVING", "ON", "SELECT", "SET", "VALUES", "WHERE");

    /** Copies the set. */
    OtherDatabase {
        others = Set.copyOf(others);
    }

    static OtherDatabase none() {
        return new OtherDatabase(Optional.empty(), Set.of());
    }

    /**
     * The databases that a connection could reach by their names.
     *
     * @param live the database of the migrations
     * @param scratch a connection to the scratch database
     */
    static OtherDatabase reachable(String live, Connection scratch) throws SQLException {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (Statement statement = scratch.createStatement();
                ResultSet rows = statement.executeQuery("SELECT schema_name FROM information_schema.schemata")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        names.remove(String.valueOf(scratch.getCatalog()));
        names.removeAll(TELLING);
        return new OtherDatabase(Optional.of(live), names);
    }

    /** Whether a statement goes there. */
    boolean isMeant(String sql) {
        if (live.isEmpty()) {
            return false;
        }
        List<String> parts = Lexemes.ofMariadb(sql).stream()
                .filter(part -> !part.isBlank() && !part.startsWith("/*"))
                .toList();
        boolean expressions = false;
        for (int i = 0; i + 2 < parts.size(); i++) {
            String word = parts.get(i).toUpperCase(Locale.ROOT);
            expressions = EXPRESSIONS.contains(word) || (expressions && !BEFORE.contains(word));
            if (parts.get(i + 1).equals(".") && isNamed(parts, i) && stands(parts, i, expressions)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(List<String> parts, int at) {
        String name = Lexemes.isName(parts.get(at)) ? Lexemes.name(parts.get(at)) : parts.get(at);
        if (name.equalsIgnoreCase(live.orElseThrow())) {
            return true;
        }
        boolean readOnly =
                !before(parts, 0).equals("DELETE") && Set.of("FROM", "JOIN").contains(before(parts, at));
        return !readOnly && others.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether a database is meant there, and not a table or an alias that is called the same. */
    private static boolean stands(List<String> parts, int at, boolean expressions) {
        String before = before(parts, at);
        boolean program = at + 3 < parts.size() && Set.of(".", "(").contains(parts.get(at + 3));
        if (before.equals(".")) {
            return false;
        }
        if (program || (before.equals(",") && !expressions) || (before.equals("ON") && isOnTable(parts, at))) {
            return true;
        }
        // a condition, and what an insert does when the key is there
        boolean expression = (before.equals("LIKE") && !before(parts, 0).equals("CREATE"))
                || (before.equals("UPDATE") && before(parts, at - 1).equals("KEY"));
        return BEFORE.contains(before) && !expression;
    }

    /** {@code CREATE INDEX name ON table}, and a trigger {@code AFTER INSERT ON table}; else ON is the condition of a join. */
    private static boolean isOnTable(List<String> parts, int at) {
        return (Set.of("CREATE", "DROP").contains(before(parts, 0))
                        && parts.subList(0, at).stream().anyMatch("INDEX"::equalsIgnoreCase))
                || Set.of("INSERT", "UPDATE", "DELETE").contains(before(parts, at - 1));
    }

    /** The part before another, in upper case; the first one before the first. */
    private static String before(List<String> parts, int at) {
        return parts.isEmpty() ? "" : parts.get(Math.max(0, at - 1)).toUpperCase(Locale.ROOT);
    }
}
