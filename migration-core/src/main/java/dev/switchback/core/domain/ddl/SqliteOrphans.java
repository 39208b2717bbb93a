package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a script fail on rows that a new foreign key does not allow. SQLite does not look at them when the key is made, and
 * without {@code PRAGMA foreign_keys} never. Rows that pointed nowhere before are not looked for.
 */
final class SqliteOrphans {

    private static final String TABLE = "temp.orphans";

    private final DatabaseSchema to;
    /** What a check says, and the query that finds rows. */
    private final Map<String, String> checks = new LinkedHashMap<>();

    /**
     * Looks for new foreign keys.
     *
     * @param to the schema that the script leads to
     * @param rebuilt the tables that are made anew: each old one with its new one
     */
    SqliteOrphans(DatabaseSchema to, Map<Table, Table> rebuilt) {
        this.to = to;
        rebuilt.forEach((before, after) -> after.constraints().stream()
                .filter(key -> key.kind() == Constraint.Kind.FOREIGN_KEY)
                .filter(key -> before.constraints().stream().noneMatch(key::isSameAs))
                .filter(key -> canBeAsked(after))
                .forEach(key -> add(after, key)));
    }

    private void add(Table table, Constraint key) {
        String child = table.name().name();
        String parent = key.references().orElseThrow().name();
        checks.put(
                "rows of " + child + " point to no row of " + parent,
                "pragma_foreign_key_check(" + literal(child) + ") WHERE parent = " + literal(parent));
    }

    /** SQLite answers with an error if only one foreign key of a table points to columns that are no key. */
    private boolean canBeAsked(Table table) {
        return table.constraints().stream()
                .filter(key -> key.kind() == Constraint.Kind.FOREIGN_KEY)
                .allMatch(key -> to.tables().values().stream()
                        .filter(parent -> SqliteScript.isSame(
                                parent.name(), key.references().orElseThrow()))
                        .allMatch(parent -> isKey(targets(key), parent)));
    }

    /** The columns that it points to. */
    private static List<String> targets(Constraint key) {
        List<SqliteToken> tokens = SqliteToken.of(key.definition());
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).is("REFERENCES")) {
            open++;
        }
        // behind the name of the table
        return tokens.stream()
                .skip(open + 2L)
                .takeWhile(token -> !token.isSymbol(")"))
                .filter(SqliteToken::isName)
                .map(token -> SqliteNames.folded(token.name()))
                .toList();
    }

    private static boolean isKey(List<String> columns, Table parent) {
        boolean constrained = parent.constraints().stream()
                .filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY || c.kind() == Constraint.Kind.UNIQUE)
                .filter(c -> !SqliteMentions.in(c.definition(), "COLLATE"))
                .anyMatch(c -> isSame(c.columns(), columns));
        return constrained
                || parent.indexes().stream()
                        .filter(i -> i.unique() && i.definition().endsWith("(" + SqliteNames.list(i.columns()) + ")"))
                        .anyMatch(i -> isSame(i.columns(), columns));
    }

    private static boolean isSame(List<String> some, List<String> folded) {
        Set<String> names = some.stream().map(SqliteNames::folded).collect(Collectors.toSet());
        return names.equals(new HashSet<>(folded));
    }

    /**
     * What looks for the rows, at the end of a script.
     *
     * @param inOwnTransaction whether the script has begun a transaction itself: then a client that goes on after an error,
     *     as the shell of SQLite does, must not commit it
     */
    List<DdlStatement> statements(boolean inOwnTransaction) {
        if (checks.isEmpty()) {
            return List.of();
        }
        List<DdlStatement> statements = new ArrayList<>();
        List<String> constraints = new ArrayList<>();
        List<DdlStatement> queries = new ArrayList<>();
        checks.forEach((says, found) -> {
            int number = constraints.size() + 1;
            constraints.add("  CONSTRAINT " + SqliteNames.quoted(says) + " CHECK (found <> " + number + ")");
            queries.add(new DdlStatement(
                    "INSERT " + (inOwnTransaction ? "OR ROLLBACK " : "") + "INTO " + TABLE + "\nSELECT " + number
                            + " FROM " + found,
                    DdlStatement.Risk.REJECTS_ROWS,
                    Optional.of("fails if " + says + "; SQLite itself does not look")));
        });
        statements.add(DdlStatement.of(
                "CREATE TABLE " + TABLE + " (\n  found INTEGER,\n" + String.join(",\n", constraints) + "\n)"));
        statements.addAll(queries);
        statements.add(DdlStatement.of("DROP TABLE " + TABLE));
        return statements;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
