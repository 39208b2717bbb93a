package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.ddl.Lexemes;
import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows that the DDL of a model puts into its tables, such as the first number of a generator of Hibernate. They are
 * no part of a schema, but a new table is not what the model means without them.
 *
 * @param inserts the statements that insert rows into a table, in order
 * @param others places of statements that change rows in another way, and what they are: they are left out
 */
record SeedRows(List<Insert> inserts, List<String> others) {

    /** Before its INTO, an INSERT says at most what to do about conflicts. */
    private static final int LAST_INTO = 3;

    private static final Set<String> CHANGES = Set.of("COPY", "DELETE", "INSERT", "MERGE", "REPLACE", "UPDATE");

    /**
     * A statement that inserts rows.
     *
     * @param table the name of the table in lower case
     * @param sql the statement
     */
    record Insert(String table, String sql) {}

    /** Copies the lists. */
    SeedRows {
        inserts = List.copyOf(inserts);
        others = List.copyOf(others);
    }

    static SeedRows none() {
        return new SeedRows(List.of(), List.of());
    }

    static SeedRows in(List<Script> scripts, SqlDialect dialect) {
        List<Insert> inserts = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Script script : scripts) {
            for (SqlStatement statement : SqlSplitter.of(dialect).split(script.text(), script.name())) {
                List<String> words = words(statement.sql(), dialect);
                Optional<String> table = table(words);
                if (table.isPresent()) {
                    inserts.add(new Insert(table.get().toLowerCase(Locale.ROOT), statement.sql()));
                } else if (changesRows(words)) {
                    String verb = words.get(0).toUpperCase(Locale.ROOT);
                    others.add(script.name() + ":" + statement.line() + ": " + verb);
                }
            }
        }
        return new SeedRows(inserts, others);
    }

    private static List<String> words(String sql, SqlDialect dialect) {
        List<String> all = dialect == SqlDialect.MARIADB ? Lexemes.ofMariadb(sql) : Lexemes.ofStandard(sql);
        return all.stream()
                .filter(lexeme -> !lexeme.isBlank() && !lexeme.startsWith("/*"))
                .toList();
    }

    /** The table of an INSERT or a REPLACE that names it alone: with a schema, it may be another one where it runs. */
    private static Optional<String> table(List<String> words) {
        int into = 1;
        while (into < words.size() && into <= LAST_INTO && !words.get(into).equalsIgnoreCase("INTO")) {
            into++;
        }
        boolean inserts =
                words.get(0).equalsIgnoreCase("INSERT") || words.get(0).equalsIgnoreCase("REPLACE");
        boolean named = into <= LAST_INTO && into + 2 < words.size();
        if (!inserts || !named || words.get(into + 2).equals(".")) {
            return Optional.empty();
        }
        String name = words.get(into + 1);
        if (Lexemes.isName(name)) {
            return Optional.of(Lexemes.name(name));
        }
        return Character.isLetter(name.codePointAt(0)) || name.startsWith("_") ? Optional.of(name) : Optional.empty();
    }

    /** Behind a WITH, any of the words may be the one. */
    private static boolean changesRows(List<String> words) {
        return words.get(0).equalsIgnoreCase("WITH")
                ? words.stream().anyMatch(word -> CHANGES.contains(word.toUpperCase(Locale.ROOT)))
                : CHANGES.contains(words.get(0).toUpperCase(Locale.ROOT));
    }

    /** Those for tables that a difference creates. */
    List<DdlStatement> of(SchemaDifference difference) {
        Set<String> created = created(difference);
        return inserts.stream()
                .filter(insert -> created.contains(insert.table()))
                .map(insert ->
                        new DdlStatement(insert.sql(), DdlStatement.Risk.NONE, Optional.of("the model fills it")))
                .toList();
    }

    /** What the reader should know of the rest, if there is a table that it may be about. */
    List<String> notes(SchemaDifference difference) {
        return created(difference).isEmpty()
                ? List.of()
                : others.stream()
                        .map(place ->
                                place + " is left out; of the rows of a model, only INSERT INTO a new table by its"
                                        + " name alone is taken along")
                        .toList();
    }

    private static Set<String> created(SchemaDifference difference) {
        return difference.changes().stream()
                .filter(Change.Created.class::isInstance)
                .map(change -> ((Change.Created) change).object())
                .filter(Table.class::isInstance)
                .map(table -> table.name().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
