package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a table of PostgreSQL as it is written.
 *
 * @param table the table
 * @param column the column
 */
record PostgresqlColumn(ObjectName table, Column column) {

    private static final String NOT_NULL = "NOT NULL CONSTRAINT ";

    String name() {
        return PostgresqlNames.of(column.name());
    }

    private String tableName() {
        return PostgresqlNames.of(table);
    }

    Optional<PostgresqlCounter> counter() {
        return PostgresqlCounter.of(table, column);
    }

    /** Whether its sequence has to be made before it, because {@code serial} would make another one. */
    boolean needsSequence() {
        return counter().filter(c -> c.isSerial() && !c.usual()).isPresent();
    }

    /** As it stands in CREATE TABLE and ADD COLUMN. */
    String definition(boolean key) {
        List<String> words = new ArrayList<>();
        words.add(name());
        Optional<PostgresqlCounter> counter = counter();
        boolean serial = counter.filter(PostgresqlCounter::isSerial).isPresent();
        if (!serial || needsSequence()) {
            words.add(PostgresqlTypeNames.brief(column.type()));
        }
        column.collation().ifPresent(c -> words.add("COLLATE " + c));
        counter.map(c -> c.words(column)).filter(w -> !w.isEmpty()).ifPresent(words::add);
        if (needsSequence()) {
            words.add("DEFAULT " + counter.map(PostgresqlCounter::fallback).orElse(""));
        }
        column.generated().ifPresent(g -> words.add("GENERATED ALWAYS AS " + g));
        PostgresqlTypeNames.fallback(column).ifPresent(d -> words.add("DEFAULT " + d));
        boolean implied = key || (counter.isPresent() && !needsSequence());
        if (!column.nullable() && (!implied || notNullName().isPresent())) {
            words.add(notNullName()
                            .map(n -> "CONSTRAINT " + PostgresqlNames.of(n) + " ")
                            .orElse("") + "NOT NULL");
        }
        return String.join(" ", words);
    }

    /** The name of its NOT NULL, if it is not the one that PostgreSQL chooses. */
    Optional<String> notNullName() {
        return Optional.ofNullable(attributes().get(NOT_NULL));
    }

    /** The name of its NOT NULL. */
    String notNull() {
        return notNullName().orElse(table.name() + "_" + column.name() + "_not_null");
    }

    /** What cannot stand in its definition in every version: how it is stored. */
    List<String> storage(Optional<PostgresqlColumn> before) {
        Map<String, String> old = before.map(PostgresqlColumn::attributes).orElse(Map.of());
        Map<String, String> now = attributes();
        List<String> clauses = new ArrayList<>();
        for (Map.Entry<String, String> usual : Map.of(
                        "STORAGE ", "DEFAULT", "COMPRESSION ", "default", "STATISTICS ", "-1")
                .entrySet()) {
            String value = now.getOrDefault(usual.getKey(), usual.getValue());
            if (!value.equals(old.getOrDefault(usual.getKey(), usual.getValue()))) {
                clauses.add("ALTER COLUMN " + name() + " SET " + usual.getKey() + value);
            }
        }
        return clauses.stream().sorted().toList();
    }

    private Map<String, String> attributes() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : column.attributes().orElse("").split("\n", -1)) {
            if (line.startsWith(NOT_NULL)) {
                all.put(NOT_NULL, line.substring(NOT_NULL.length()));
            } else if (!line.isEmpty()) {
                int end = line.indexOf(' ') + 1;
                all.put(line.substring(0, end), line.substring(end));
            }
        }
        return all;
    }

    Optional<String> comment(Optional<String> before) {
        return column.comment().equals(before)
                ? Optional.empty()
                : Optional.of("COMMENT ON COLUMN " + tableName() + "." + name() + " IS "
                        + column.comment().map(PostgresqlNames::text).orElse("NULL"));
    }
}
