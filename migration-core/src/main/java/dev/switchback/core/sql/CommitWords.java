package dev.switchback.core.sql;

import static dev.switchback.core.sql.ImplicitCommit.ALWAYS;
import static dev.switchback.core.sql.ImplicitCommit.NEVER;
import static dev.switchback.core.sql.ImplicitCommit.PERHAPS;

import java.util.Set;

/**
 * The words of statements that commit by themselves. What is on neither list perhaps does: to take such a statement for
 * one that can be rolled back would be wrong, the other way round it costs a question to the database.
 */
final class CommitWords {
    /** Of a statement that begins with a parenthesis, only what stands between its parentheses is seen. */
    private static final Set<String> QUERIES = Set.of("", "EXCEPT", "INTERSECT", "UNION");

    private static final Set<String> ROWS = Set.of(
            "DELETE",
            "DESC",
            "DESCRIBE",
            "EXPLAIN",
            "INSERT",
            "MERGE",
            "RELEASE",
            "REPLACE",
            "ROLLBACK",
            "SAVEPOINT",
            "SELECT",
            "SHOW",
            "TABLE",
            "UPDATE",
            "USE",
            "VALUES",
            "WITH");

    private static final Set<String> DEFINITIONS =
            Set.of("ALTER", "ANALYZE", "COMMENT", "CREATE", "DROP", "GRANT", "RENAME", "REVOKE", "TRUNCATE");

    /** What its <a href="https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/">manual</a> adds. */
    private static final Set<String> MORE_OF_MARIADB = Set.of(
            "CACHE",
            "CHANGE",
            "CHECK",
            "FLUSH",
            "INSTALL",
            "LOCK",
            "OPTIMIZE",
            "REPAIR",
            "RESET",
            "START",
            "STOP",
            "UNINSTALL",
            "UNLOCK");

    private static final Set<String> ROWS_OF_MARIADB =
            Set.of("DEALLOCATE", "DO", "GET", "HANDLER", "PREPARE", "RESIGNAL", "SIGNAL");

    /** Some of the definitions that it would run as text are rolled back by halves. */
    private static final Set<String> MORE_OF_H2 = Set.of("EXECUTE", "SCRIPT");

    private CommitWords() {}

    static ImplicitCommit find(SqlDialect dialect, StatementWords words) {
        String first = words.at(0);
        return switch (dialect) {
            case SQLITE -> NEVER;
            // a procedure may commit what it did so far, if it is called outside of a transaction
            case POSTGRESQL -> first.equals("CALL") || first.equals("DO") ? PERHAPS : NEVER;
            case H2 -> ofH2(words);
            case MARIADB -> ofMariadb(words);
        };
    }

    private static ImplicitCommit ofH2(StatementWords words) {
        String first = words.at(0);
        if (first.equals("SET")) {
            return words.at(1).equals("SCHEMA") || words.at(1).equals("@") ? NEVER : ALWAYS;
        }
        if (DEFINITIONS.contains(first) || MORE_OF_H2.contains(first)) {
            return ALWAYS;
        }
        return isRows(first) ? NEVER : PERHAPS;
    }

    private static ImplicitCommit ofMariadb(StatementWords words) {
        String first = words.at(0);
        if ((DEFINITIONS.contains(first) && !isTemporary(words)) || MORE_OF_MARIADB.contains(first)) {
            return ALWAYS;
        }
        return switch (first) {
            case "CREATE", "DROP" -> NEVER;
            case "SET" -> words.at(1).equals("PASSWORD") || words.at(1).equals("STATEMENT") ? PERHAPS : NEVER;
            case "LOAD" -> words.at(1).equals("INDEX") ? ALWAYS : NEVER;
            default -> isRows(first) || ROWS_OF_MARIADB.contains(first) ? NEVER : PERHAPS;
        };
    }

    private static boolean isRows(String first) {
        return ROWS.contains(first) || QUERIES.contains(first);
    }

    /** MariaDB creates and drops temporary tables without a commit. */
    private static boolean isTemporary(StatementWords words) {
        int object = words.begin("CREATE", "OR", "REPLACE") ? 3 : 1;
        return words.at(object).equals("TEMPORARY") && (words.begin("CREATE") || words.begin("DROP"));
    }
}
