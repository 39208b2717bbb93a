package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a table of PostgreSQL is besides its columns; each on a line of its own in the model.
 *
 * @param unlogged whether it is lost in a crash
 * @param partitionOf the table it is a part of, and which
 * @param partitionBy how it is parted
 * @param storage its storage parameters
 */
record PostgresqlTableOptions(
        boolean unlogged, Optional<Part> partitionOf, Optional<String> partitionBy, Map<String, String> storage) {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\\s\".]+)";

    private static final Pattern PART = Pattern.compile("^(" + NAME + "(?:\\." + NAME + ")?) (.*)$");

    /**
     * What a partition is.
     *
     * @param whole the table that it is a part of, as it is written
     * @param bounds which part of it, such as {@code FOR VALUES IN (1)} or {@code DEFAULT}
     */
    record Part(String whole, String bounds) {
        private static Part of(String text) {
            Matcher matcher = PART.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a part of a table: " + text);
            }
            return new Part(matcher.group(1), matcher.group(2));
        }
    }

    static PostgresqlTableOptions of(String text) {
        boolean unlogged = false;
        Optional<Part> partitionOf = Optional.empty();
        Optional<String> partitionBy = Optional.empty();
        Map<String, String> storage = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            if (line.equals("UNLOGGED")) {
                unlogged = true;
            } else if (line.startsWith("PARTITION OF ")) {
                partitionOf = Optional.of(Part.of(line.substring("PARTITION OF ".length())));
            } else if (line.startsWith("PARTITION BY ")) {
                partitionBy = Optional.of(line.substring("PARTITION BY ".length()));
            } else if (line.startsWith("WITH (")) {
                for (String option :
                        line.substring("WITH (".length(), line.length() - 1).split(", ", -1)) {
                    int equals = option.indexOf('=');
                    storage.put(option.substring(0, equals), option.substring(equals + 1));
                }
            }
        }
        return new PostgresqlTableOptions(unlogged, partitionOf, partitionBy, storage);
    }

    /** What follows the columns. */
    String tail() {
        return partitionBy.map(p -> " PARTITION BY " + p).orElse("")
                + (storage.isEmpty() ? "" : " WITH (" + written(storage) + ")");
    }

    private static String written(Map<String, String> options) {
        return options.entrySet().stream()
                .map(o -> o.getKey() + " = " + o.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * The statements that lead to other options. How a table is parted cannot be altered; then nothing is written, and
     * the difference stays.
     */
    List<DdlStatement> changesTo(PostgresqlTableOptions after, String table) {
        List<DdlStatement> statements = new ArrayList<>();
        if (!partitionOf.equals(after.partitionOf)) {
            partitionOf.ifPresent(
                    p -> statements.add(DdlStatement.of("ALTER TABLE " + p.whole() + " DETACH PARTITION " + table)));
            after.partitionOf.ifPresent(p -> statements.add(new DdlStatement(
                    "ALTER TABLE " + p.whole() + " ATTACH PARTITION " + table + " " + p.bounds(),
                    Risk.REJECTS_ROWS,
                    Optional.of("fails if a row of " + table + " is outside of its part"))));
        }
        if (unlogged != after.unlogged) {
            statements.add(
                    DdlStatement.of("ALTER TABLE " + table + (after.unlogged ? " SET UNLOGGED" : " SET LOGGED")));
        }
        List<String> gone = storage.keySet().stream()
                .filter(k -> !after.storage.containsKey(k))
                .toList();
        if (!gone.isEmpty()) {
            statements.add(DdlStatement.of("ALTER TABLE " + table + " RESET (" + String.join(", ", gone) + ")"));
        }
        Map<String, String> set = new LinkedHashMap<>(after.storage);
        set.entrySet().removeIf(e -> e.getValue().equals(storage.get(e.getKey())));
        if (!set.isEmpty()) {
            statements.add(DdlStatement.of("ALTER TABLE " + table + " SET (" + written(set) + ")"));
        }
        return statements;
    }
}
