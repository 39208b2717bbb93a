package dev.switchback.tck.fault;

import dev.switchback.api.config.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is in a database: tables and views with their definitions and rows. Two pictures are equal if it does not matter
 * which of the two databases one has: when something ran, how long, and who did it is left out, and so are an empty
 * history table, an empty journal and the lock of plain Liquibase.
 *
 * @param tables what belongs to each table, by its name in lower case
 */
public record Picture(Map<String, List<String>> tables) {

    /** The journal of unfinished migrations. */
    static final String JOURNAL = "switchback_journal";

    /** The lock of plain Liquibase, which is free or left behind by a run that died. */
    private static final String LIQUIBASE_LOCK = "databasechangeloglock";

    private static final Set<String> VOLATILE = Set.of(
            "installed_on",
            "installed_by",
            "execution_time",
            "dateexecuted",
            "deployment_id",
            "applied_at",
            "applied_by",
            "millis",
            "host",
            "pid",
            "started_at");

    /** How plain Flyway describes rows that are there with the table. */
    private static final String HOUSEKEEPING = "<< Flyway Schema ";

    /** Copies the lists. */
    public Picture {
        tables = Map.copyOf(tables);
    }

    /**
     * Takes a picture.
     *
     * @param kind the database
     * @param connection any connection that sees the schema of the migrations
     * @param history the history table
     * @return the picture
     * @throws SQLException if the database fails
     */
    public static Picture of(DatabaseKind kind, Connection connection, String history) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(definitions(kind))) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        Map<String, List<String>> all = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            String name = table.getKey().toLowerCase(Locale.ROOT);
            List<String> rows = rows(connection, quoted(kind, table.getKey()));
            boolean bookkeeping = name.equalsIgnoreCase(history) || name.equals(JOURNAL);
            if (!name.equals(LIQUIBASE_LOCK) && !(bookkeeping && rows.isEmpty())) {
                List<String> lines = new ArrayList<>(table.getValue());
                lines.addAll(rows);
                all.put(name, List.copyOf(lines));
            }
        }
        return new Picture(all);
    }

    /**
     * The same without a table: without the history it is what the migrations themselves made.
     *
     * @param table its name
     * @return the rest
     */
    public Picture without(String table) {
        Map<String, List<String>> rest = new TreeMap<>(tables);
        rest.remove(table.toLowerCase(Locale.ROOT));
        return new Picture(rest);
    }

    /** Table and definition, in an order that is always the same. */
    private static String definitions(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE ->
                "SELECT tbl_name, COALESCE(sql, name) FROM sqlite_master WHERE tbl_name NOT LIKE 'sqlite_%'"
                        + " ORDER BY type DESC, name";
            case POSTGRESQL -> """
                    SELECT c.relname, 'column ' || a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
                           || ' ' || a.attnotnull, a.attnum, ''
                      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                     WHERE c.relnamespace = CAST('public' AS regnamespace) AND c.relkind IN ('r', 'v') AND a.attnum > 0
                    UNION ALL
                    SELECT tablename, indexdef, 1000, indexname FROM pg_indexes WHERE schemaname = 'public'
                    ORDER BY 3, 4, 2""";
            case H2 -> """
                    SELECT TABLE_NAME, 'column ' || COLUMN_NAME || ' ' || DATA_TYPE || ' ' || IS_NULLABLE,
                           ORDINAL_POSITION
                      FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC'
                    UNION ALL
                    SELECT TABLE_NAME, 'index on ' || COLUMN_NAME || ' ' || COALESCE(IS_UNIQUE, FALSE),
                           1000 + ORDINAL_POSITION
                      FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC'
                    ORDER BY 3, 2""";
            case MARIADB, MYSQL -> """
                    SELECT TABLE_NAME, CONCAT('column ', COLUMN_NAME, ' ', COLUMN_TYPE, ' ', IS_NULLABLE),
                           ORDINAL_POSITION
                      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
                    UNION ALL
                    SELECT TABLE_NAME, CONCAT('index ', INDEX_NAME, ' on ', COLUMN_NAME, ' ', NON_UNIQUE),
                           1000 + SEQ_IN_INDEX
                      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
                    ORDER BY 3, 2""";
        };
    }

    private static String quoted(DatabaseKind kind, String table) {
        String quote = kind == DatabaseKind.MARIADB || kind == DatabaseKind.MYSQL ? "`" : "\"";
        return quote + table + quote;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder("row");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String column = rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
                    if (!VOLATILE.contains(column)) {
                        line.append(' ').append(column).append('=').append(rows.getString(i));
                    }
                }
                if (line.indexOf(HOUSEKEEPING) < 0) {
                    lines.add(line.toString());
                }
            }
        }
        lines.sort(null);
        return lines;
    }

    /**
     * What tells it from another one.
     *
     * @param other the other one
     * @return a line for each difference: with a minus what is only in the other one, with a plus what is only here
     */
    public List<String> differences(Picture other) {
        List<String> differences = new ArrayList<>();
        for (String table : new TreeSet<>(union(tables.keySet(), other.tables.keySet()))) {
            List<String> here = tables.getOrDefault(table, List.of());
            List<String> there = other.tables.getOrDefault(table, List.of());
            there.stream()
                    .filter(line -> !here.contains(line))
                    .forEach(line -> differences.add("- " + table + ": " + line));
            here.stream()
                    .filter(line -> !there.contains(line))
                    .forEach(line -> differences.add("+ " + table + ": " + line));
        }
        return differences;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /**
     * The one of several that is most like it.
     *
     * @param others the others, in an order
     * @return its place and how it differs
     */
    public String nearest(List<Picture> others) {
        int best = 0;
        for (int i = 1; i < others.size(); i++) {
            if (differences(others.get(i)).size()
                    < differences(others.get(best)).size()) {
                best = i;
            }
        }
        return "nearest is " + best + " of " + (others.size() - 1) + " " + differences(others.get(best));
    }
}
