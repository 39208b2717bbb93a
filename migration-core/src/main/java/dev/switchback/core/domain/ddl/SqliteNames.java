package dev.switchback.core.domain.ddl;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How SQLite wants names written. */
public final class SqliteNames {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** <a href="https://sqlite.org/lang_keywords.html">The keywords</a>, and two words that are values. */
    private static final Set<String> KEYWORDS = Set.of(
            ("ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY"
                            + " CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT"
                            + " CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE"
                            + " DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN"
                            + " FAIL FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING IF"
                            + " IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL"
                            + " JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS"
                            + " OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE"
                            + " RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT"
                            + " ROLLBACK ROW ROWS SAVEPOINT SELECT SET TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION"
                            + " TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW"
                            + " WITH WITHIN WITHOUT TRUE FALSE")
                    .split(" "));

    private SqliteNames() {}

    /** Whether a word without quotes is a keyword. */
    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word.toUpperCase(Locale.ROOT));
    }

    /**
     * A name as it stands in a statement.
     *
     * @param name the name
     * @return the same, in quotes if it needs them
     */
    public static String quoted(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !isKeyword(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Names as they stand in brackets.
     *
     * @param names the names
     * @return them, with commas between
     */
    public static String list(List<String> names) {
        return names.stream().map(SqliteNames::quoted).collect(Collectors.joining(", "));
    }

    /** What two names have in common that are one for SQLite. */
    public static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return folded.toString();
    }
}
