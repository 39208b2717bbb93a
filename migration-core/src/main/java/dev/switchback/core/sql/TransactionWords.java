package dev.switchback.core.sql;

import static dev.switchback.core.sql.SqlDialect.H2;
import static dev.switchback.core.sql.SqlDialect.MARIADB;
import static dev.switchback.core.sql.SqlDialect.POSTGRESQL;
import static dev.switchback.core.sql.SqlDialect.SQLITE;

import java.util.Optional;
import java.util.Set;

/** The words of statements that control transactions, and of those that cannot run in one. */
final class TransactionWords {
    /**
     * SQLite refuses {@code synchronous} in a transaction, cannot change the journal there, and ignores
     * <a href="https://sqlite.org/pragma.html#pragma_foreign_keys">foreign_keys</a>.
     */
    private static final Set<String> PRAGMAS = Set.of("FOREIGN_KEYS", "JOURNAL_MODE", "SYNCHRONOUS");

    private final SqlDialect dialect;

    TransactionWords(SqlDialect dialect) {
        this.dialect = dialect;
    }

    Optional<String> control(StatementWords words) {
        String first = words.at(0);
        boolean controls = switch (first) {
            case "BEGIN" -> !(dialect == MARIADB && words.begin("BEGIN", "NOT"));
            case "START" -> words.begin("START", "TRANSACTION");
            case "COMMIT" -> true;
            case "ROLLBACK" -> !words.contain("TO");
            case "END" -> dialect == POSTGRESQL || dialect == SQLITE;
            case "ABORT" -> dialect == POSTGRESQL;
            case "PREPARE" ->
                dialect == POSTGRESQL
                        ? words.begin("PREPARE", "TRANSACTION")
                        : dialect == H2 && words.begin("PREPARE", "COMMIT");
            case "XA" -> dialect == MARIADB;
            default -> false;
        };
        return controls ? Optional.of(named(words)) : StatementClassifier.when(setsAutocommit(words), "SET autocommit");
    }

    private static String named(StatementWords words) {
        return switch (words.at(0)) {
            case "START", "PREPARE" -> words.at(0) + " " + words.at(1);
            default -> words.at(0);
        };
    }

    private boolean setsAutocommit(StatementWords words) {
        if (!words.begin("SET") || dialect == POSTGRESQL || dialect == SQLITE) {
            return false;
        }
        if (dialect == H2) {
            return words.at(1).equals("AUTOCOMMIT");
        }
        for (int i = 1; i < words.size(); i++) {
            boolean isUserVariable =
                    words.at(i - 1).equals("@") && !words.at(i - 2).equals("@");
            boolean isSet = words.at(i + 1).equals("=") || words.at(i + 1).equals(":");
            if (words.at(i).equals("AUTOCOMMIT") && isSet && !isUserVariable) {
                return true;
            }
        }
        return false;
    }

    Optional<String> outside(StatementWords words) {
        return switch (dialect) {
            case POSTGRESQL -> outsideOfPostgresql(words);
            case SQLITE -> outsideOfSqlite(words);
            case H2, MARIADB -> Optional.empty();
        };
    }

    private static Optional<String> outsideOfSqlite(StatementWords words) {
        if (words.begin("VACUUM")) {
            return Optional.of("VACUUM");
        }
        String pragma = words.at(2).equals(".") ? words.at(3) : words.at(1);
        return StatementClassifier.when(words.begin("PRAGMA") && PRAGMAS.contains(pragma), "PRAGMA " + pragma);
    }

    /** Source: "cannot be executed inside a transaction block" in PostgreSQL's manual, statement by statement. */
    private static Optional<String> outsideOfPostgresql(StatementWords words) {
        return switch (words.at(0)) {
            case "VACUUM" -> Optional.of("VACUUM");
            case "CREATE", "DROP" -> createOrDrop(words);
            case "REINDEX" -> reindex(words);
            case "ALTER" -> alter(words);
            case "DISCARD" -> StatementClassifier.when(words.begin("DISCARD", "ALL"), "DISCARD ALL");
            case "CLUSTER" -> StatementClassifier.when(words.size() == 1, "CLUSTER without a table");
            default -> Optional.empty();
        };
    }

    private static Optional<String> createOrDrop(StatementWords words) {
        int object = words.at(1).equals("UNIQUE") ? 2 : 1;
        return switch (words.at(object)) {
            case "DATABASE", "TABLESPACE", "SUBSCRIPTION" -> Optional.of(words.at(0) + " " + words.at(object));
            case "INDEX" ->
                StatementClassifier.when(
                        words.at(object + 1).equals("CONCURRENTLY"), words.at(0) + " INDEX CONCURRENTLY");
            default -> Optional.empty();
        };
    }

    private static Optional<String> reindex(StatementWords words) {
        if (words.contain("CONCURRENTLY")) {
            return Optional.of("REINDEX CONCURRENTLY");
        }
        String object = words.at(words.at(1).equals("(") ? words.indexOf(")") + 1 : 1);
        boolean isMany = object.equals("SCHEMA") || object.equals("DATABASE") || object.equals("SYSTEM");
        return StatementClassifier.when(isMany, "REINDEX " + object);
    }

    private static Optional<String> alter(StatementWords words) {
        if (words.begin("ALTER", "SYSTEM")) {
            return Optional.of("ALTER SYSTEM");
        }
        if (words.begin("ALTER", "DATABASE") && words.contain("TABLESPACE")) {
            return Optional.of("ALTER DATABASE SET TABLESPACE");
        }
        boolean detaches = words.begin("ALTER", "TABLE") && words.contain("DETACH") && words.contain("CONCURRENTLY");
        return StatementClassifier.when(detaches, "ALTER TABLE DETACH PARTITION CONCURRENTLY");
    }
}
