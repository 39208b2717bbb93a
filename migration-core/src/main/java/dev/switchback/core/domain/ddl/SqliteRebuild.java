package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a table anew with its rows, for the changes that SQLite has no statement for; steps 4 to 7 of
 * <a href="https://sqlite.org/lang_altertable.html#otheralter">the twelve</a>. Whoever calls it switches foreign keys off
 * before, and makes the indexes and triggers afterwards.
 */
final class SqliteRebuild {

    private final Table before;
    private final Table after;
    private final String interim;
    private final List<String> lost = new ArrayList<>();
    private final Map<SqliteAffinity.Rewriting, List<String>> rewritten = new EnumMap<>(SqliteAffinity.Rewriting.class);
    private final List<String> demands = new ArrayList<>();
    private final Map<String, String> copies = new LinkedHashMap<>();

    /**
     * Prepares it.
     *
     * @param before the table as it is
     * @param after the table as it shall be
     * @param interim a name that is not taken
     */
    SqliteRebuild(Table before, Table after, String interim) {
        this.before = before;
        this.after = after;
        this.interim = interim;
        after.columns().stream().filter(c -> c.generated().isEmpty()).forEach(this::copy);
        before.columns().stream()
                .filter(c -> c.generated().isEmpty() && counterpart(after, c).isEmpty())
                .forEach(c -> lost.add(before.name() + "." + c.name()));
        if (copies.isEmpty()) {
            after.columns().stream()
                    .filter(c -> c.generated().isEmpty())
                    .findFirst()
                    .ifPresent(c -> copies.put(
                            SqliteNames.quoted(c.name()), c.defaultExpression().orElse("NULL")));
        }
        rowid().ifPresent(name -> copies.put(name, name));
    }

    private void copy(Column column) {
        Optional<Column> source = counterpart(before, column);
        source.ifPresent(s -> copies.put(SqliteNames.quoted(column.name()), SqliteNames.quoted(s.name())));
        // what is computed can be computed again
        source.filter(s -> s.generated().isEmpty())
                .flatMap(s -> SqliteAffinity.of(s, before).to(SqliteAffinity.of(column, after)))
                .ifPresent(how -> rewritten
                        .computeIfAbsent(how, any -> new ArrayList<>())
                        .add(before.name() + "." + column.name()));
        if (source.isEmpty() && column.isRequired()) {
            demands.add(column.name() + " is required and has no default: the table must be empty");
        } else if (source.isPresent() && source.get().nullable() && !column.nullable()) {
            demands.add(column.name() + " must not be null in any row");
        }
    }

    /**
     * The name by which a row says its number, if it has one that is not a column: an FTS5 table finds the row by it. A
     * column with the name hides it.
     */
    private Optional<String> rowid() {
        boolean numbered = Stream.of(before, after).noneMatch(t -> SqliteMentions.in(t.options(), "ROWID"))
                && after.columns().stream().noneMatch(this::isKeyOfWholeNumbers);
        return Stream.of("rowid", "_rowid_", "oid")
                .filter(name -> numbered
                        && Stream.of(before, after)
                                .flatMap(t -> t.columns().stream())
                                .noneMatch(c -> SqliteNames.folded(c.name()).equals(name)))
                .findFirst();
    }

    /** Such a column is the number of the row, unless its key descends. */
    private boolean isKeyOfWholeNumbers(Column column) {
        return column.type().equalsIgnoreCase("INTEGER")
                && after.constraints().stream()
                        .anyMatch(c -> c.kind() == Constraint.Kind.PRIMARY_KEY
                                && c.columns().equals(List.of(column.name())));
    }

    private static Optional<Column> counterpart(Table table, Column column) {
        String folded = SqliteNames.folded(column.name());
        return table.columns().stream()
                .filter(c -> SqliteNames.folded(c.name()).equals(folded))
                .findFirst();
    }

    List<DdlStatement> statements() {
        String old = SqliteNames.quoted(before.name().name());
        List<DdlStatement> statements = new ArrayList<>();
        statements.add(DdlStatement.of(SqliteTableText.create(after, interim)));
        statements.add(insert(old));
        statements.addAll(counter());
        statements.add(drop(old));
        statements.add(DdlStatement.of("ALTER TABLE " + SqliteNames.quoted(interim) + " RENAME TO "
                + SqliteNames.quoted(after.name().name())));
        return statements;
    }

    /** With the old table goes what is not in the new one, or not as it was. */
    private DdlStatement drop(String old) {
        List<String> losses = new ArrayList<>();
        if (!lost.isEmpty()) {
            losses.add("the values of " + String.join(", ", lost) + " are lost");
        }
        rewritten.forEach((how, columns) -> losses.add(how.of(String.join(", ", columns))));
        if (losses.isEmpty()) {
            return DdlStatement.of("DROP TABLE " + old);
        }
        Risk risk = rewritten.isEmpty() ? Risk.DROPS_DATA : Risk.LOSES_DATA;
        return new DdlStatement("DROP TABLE " + old, risk, Optional.of(String.join("; ", losses)));
    }

    private DdlStatement insert(String old) {
        // a clause such as ON CONFLICT IGNORE would throw rows away without a word
        String or = saysOnConflict() ? "OR ABORT " : "";
        String sql = "INSERT " + or + "INTO " + SqliteNames.quoted(interim) + " (" + String.join(", ", copies.keySet())
                + ")\nSELECT " + String.join(", ", copies.values()) + " FROM " + old;
        boolean stricter = !demands.isEmpty() || !before.constraints().containsAll(after.constraints());
        return new DdlStatement(
                sql,
                stricter ? Risk.REJECTS_ROWS : Risk.NONE,
                demands.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", demands)));
    }

    private boolean saysOnConflict() {
        return Stream.concat(
                        after.columns().stream().flatMap(c -> c.attributes().stream()),
                        after.constraints().stream().map(Constraint::definition))
                .anyMatch(words -> SqliteMentions.in(words, "CONFLICT"));
    }

    /** The last number that was ever given stays known, also if its row is gone. */
    private List<DdlStatement> counter() {
        boolean both = isNumbered(before) && isNumbered(after);
        if (!both) {
            return List.of();
        }
        String to = literal(interim);
        return List.of(
                DdlStatement.of("DELETE FROM sqlite_sequence WHERE name = " + to),
                DdlStatement.of("INSERT INTO sqlite_sequence (name, seq)\nSELECT " + to
                        + ", seq FROM sqlite_sequence WHERE name = "
                        + literal(before.name().name())));
    }

    private static boolean isNumbered(Table table) {
        return table.columns().stream().anyMatch(c -> c.identity().isPresent());
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
