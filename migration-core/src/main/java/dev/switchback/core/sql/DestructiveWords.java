package dev.switchback.core.sql;

import java.util.Optional;
import java.util.Set;

/** The words of statements that throw rows away. */
final class DestructiveWords {
    /** What ALTER TABLE can drop without losing a row or a column. */
    private static final Set<String> HARMLESS_DROPS = Set.of(
            "CHECK",
            "CONSTRAINT",
            "DEFAULT",
            "EXPRESSION",
            "FOREIGN",
            "IDENTITY",
            "INDEX",
            "KEY",
            "NOT",
            "ON",
            "PERIOD",
            "PRIMARY",
            "SYSTEM");

    private static final Set<String> VERBS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES");

    private DestructiveWords() {}

    static Optional<String> find(StatementWords words) {
        return switch (words.at(0)) {
            case "DROP" -> drop(words);
            case "TRUNCATE" -> Optional.of("TRUNCATE");
            case "ALTER" ->
                words.begin("ALTER", "TABLE") || words.begin("ALTER", "FOREIGN", "TABLE")
                        ? alterTable(words)
                        : Optional.empty();
            case "CREATE" ->
                words.begin("CREATE", "OR", "REPLACE", "TABLE")
                        ? Optional.of("CREATE OR REPLACE TABLE")
                        : Optional.empty();
            case "UPDATE", "DELETE" -> withoutWhere(words, words.at(0));
            case "WITH" -> with(words);
            default -> Optional.empty();
        };
    }

    private static Optional<String> drop(StatementWords words) {
        return switch (words.at(1)) {
            case "TABLE", "SCHEMA", "DATABASE", "OWNED" -> Optional.of("DROP " + words.at(1));
            case "ALL" -> Optional.of("DROP ALL OBJECTS");
            default -> Optional.empty();
        };
    }

    private static Optional<String> alterTable(StatementWords words) {
        for (int i = 2; i < words.size(); i++) {
            String next = words.at(i + 1);
            if (words.at(i).equals("TRUNCATE")) {
                return Optional.of("TRUNCATE PARTITION");
            }
            if (words.at(i).equals("DROP") && !HARMLESS_DROPS.contains(next)) {
                return Optional.of(next.equals("PARTITION") ? "DROP PARTITION" : "DROP COLUMN");
            }
        }
        return Optional.empty();
    }

    /** The verb behind the common table expressions, all of which are in parentheses. */
    private static Optional<String> with(StatementWords words) {
        for (int i = 1; i < words.size(); i++) {
            if (VERBS.contains(words.at(i))) {
                boolean changes = words.at(i).equals("UPDATE") || words.at(i).equals("DELETE");
                return changes ? withoutWhere(words, words.at(i)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> withoutWhere(StatementWords words, String verb) {
        return StatementClassifier.when(!words.contain("WHERE"), verb + " without WHERE");
    }
}
