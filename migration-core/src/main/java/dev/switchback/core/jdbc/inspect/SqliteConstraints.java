package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.SqliteNames;
import dev.switchback.core.domain.ddl.SqliteText;
import dev.switchback.core.domain.ddl.SqliteToken;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.ObjectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the constraints of one table, those of its columns as if the table had said them. */
final class SqliteConstraints {

    private final SqliteText text;
    private final List<String> names;
    private final SqliteCatalog catalog;
    private final List<Constraint> constraints = new ArrayList<>();
    private Optional<String> numbered = Optional.empty();
    private Optional<String> given = Optional.empty();
    /** <a href="https://sqlite.org/lang_createtable.html#rowid">A quirk</a>: such a column is not the rowid. */
    private boolean descending;

    SqliteConstraints(SqliteText text, List<String> names, SqliteCatalog catalog) {
        this.text = text;
        this.names = names;
        this.catalog = catalog;
    }

    List<Constraint> all() {
        return constraints;
    }

    List<String> key() {
        return constraints.stream()
                .filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY)
                .flatMap(c -> c.columns().stream())
                .toList();
    }

    boolean isRowid(String column, String type) {
        return key().equals(List.of(column)) && type.equals("INTEGER") && !descending;
    }

    boolean isNumbered(String column) {
        return numbered.filter(column::equals).isPresent();
    }

    /** Reads one of a table. */
    void readOfTable(SqliteCursor cursor) throws SQLException {
        given = cursor.accept("CONSTRAINT") ? Optional.of(cursor.name()) : Optional.empty();
        if (cursor.accept("PRIMARY", "KEY")) {
            List<SqliteToken> list = new ArrayList<>(cursor.group());
            boolean auto = list.get(list.size() - 1).is("AUTOINCREMENT");
            List<String> columns = list(auto ? list.subList(0, list.size() - 1) : list);
            numbered = auto ? columns.stream().findFirst() : numbered;
            addKey(columns, columns, cursor);
        } else if (cursor.accept("UNIQUE")) {
            List<String> columns = list(cursor.group());
            add(
                    Constraint.Kind.UNIQUE,
                    columns,
                    Optional.empty(),
                    "UNIQUE (" + String.join(", ", columns) + ")" + conflict(cursor));
        } else if (cursor.accept("CHECK")) {
            check(cursor);
        } else if (cursor.accept("FOREIGN", "KEY")) {
            List<String> columns = cursor.group().stream()
                    .filter(t -> !t.isSymbol(","))
                    .map(t -> text.spelled(t.name()))
                    .toList();
            cursor.require("REFERENCES");
            references(cursor, columns);
        } else if (given.isEmpty()) {
            throw new SQLException(
                    "a constraint in words that are not known: " + cursor.peek().text());
        }
    }

    /** Reads one of a column, if it is one of these. */
    boolean readOfColumn(SqliteCursor cursor, String column, Optional<String> name) throws SQLException {
        given = name;
        String quoted = SqliteNames.quoted(column);
        if (cursor.accept("PRIMARY", "KEY")) {
            descending = cursor.accept("DESC");
            if (!descending) {
                cursor.accept("ASC");
            }
            addKey(List.of(quoted), List.of(descending ? quoted + " DESC" : quoted), cursor);
            numbered = cursor.accept("AUTOINCREMENT") ? Optional.of(column) : numbered;
        } else if (cursor.accept("UNIQUE")) {
            String definition = "UNIQUE (" + quoted + ")" + conflict(cursor);
            add(Constraint.Kind.UNIQUE, List.of(quoted), Optional.empty(), definition);
        } else if (cursor.accept("CHECK")) {
            check(cursor);
        } else if (cursor.accept("REFERENCES")) {
            references(cursor, List.of(column));
        } else {
            return false;
        }
        return true;
    }

    /** {@code ON CONFLICT …}, if it is there and not the default. */
    Optional<String> onConflict(SqliteCursor cursor) throws SQLException {
        if (!cursor.accept("ON", "CONFLICT")) {
            return Optional.empty();
        }
        String action = cursor.name().toUpperCase(Locale.ROOT);
        return action.equals("ABORT") ? Optional.empty() : Optional.of("ON CONFLICT " + action);
    }

    private String conflict(SqliteCursor cursor) throws SQLException {
        return onConflict(cursor).map(c -> " " + c).orElse("");
    }

    private void addKey(List<String> columns, List<String> items, SqliteCursor cursor) throws SQLException {
        String definition = "PRIMARY KEY (" + String.join(", ", items) + ")" + conflict(cursor);
        add(Constraint.Kind.PRIMARY_KEY, columns, Optional.empty(), definition);
    }

    private void check(SqliteCursor cursor) throws SQLException {
        List<SqliteToken> expression = SqliteCursor.bare(cursor.group());
        onConflict(cursor);
        List<String> columns = names.stream()
                .filter(n -> expression.stream().anyMatch(t -> isNamed(t, n)))
                .map(SqliteNames::quoted)
                .toList();
        add(Constraint.Kind.CHECK, columns, Optional.empty(), "CHECK (" + text.line(expression) + ")");
    }

    private static boolean isNamed(SqliteToken token, String name) {
        boolean isName = token.kind() == SqliteToken.Kind.WORD || token.kind() == SqliteToken.Kind.NAME;
        return isName && SqliteNames.folded(token.name()).equals(SqliteNames.folded(name));
    }

    private void references(SqliteCursor cursor, List<String> columns) throws SQLException {
        String named = cursor.name();
        Optional<SqliteCatalog.Relation> parent = catalog.find(named);
        String table = parent.map(SqliteCatalog.Relation::name).orElse(named);
        List<String> targets = targets(cursor, parent, columns.size());
        String definition = "FOREIGN KEY (" + SqliteNames.list(columns) + ") REFERENCES " + SqliteNames.quoted(table)
                + (targets.isEmpty() ? "" : " (" + SqliteNames.list(targets) + ")")
                + actions(cursor);
        add(
                Constraint.Kind.FOREIGN_KEY,
                columns.stream().map(SqliteNames::quoted).toList(),
                Optional.of(ObjectName.of(table)),
                definition);
    }

    /** Without a list it is the primary key of the other table. */
    private static List<String> targets(SqliteCursor cursor, Optional<SqliteCatalog.Relation> parent, int count)
            throws SQLException {
        if (!cursor.peek().isSymbol("(")) {
            return parent.map(SqliteCatalog.Relation::key)
                    .filter(key -> key.size() == count)
                    .orElse(List.of());
        }
        SqliteText spelling =
                new SqliteText(parent.map(SqliteCatalog.Relation::columns).orElse(List.of()));
        return cursor.group().stream()
                .filter(t -> !t.isSymbol(","))
                .map(t -> spelling.spelled(t.name()))
                .toList();
    }

    /** What differs from the defaults, in one order; SQLite ignores {@code MATCH}. */
    private static String actions(SqliteCursor cursor) throws SQLException {
        String delete = "";
        String update = "";
        String deferred = "";
        while (true) {
            if (cursor.accept("ON", "DELETE")) {
                delete = action(cursor, " ON DELETE ");
            } else if (cursor.accept("ON", "UPDATE")) {
                update = action(cursor, " ON UPDATE ");
            } else if (cursor.accept("MATCH")) {
                cursor.next();
            } else if (cursor.accept("NOT", "DEFERRABLE")) {
                initially(cursor);
            } else if (cursor.accept("DEFERRABLE")) {
                deferred = initially(cursor) ? " DEFERRABLE INITIALLY DEFERRED" : "";
            } else {
                return delete + update + deferred;
            }
        }
    }

    private static boolean initially(SqliteCursor cursor) {
        if (cursor.accept("INITIALLY", "DEFERRED")) {
            return true;
        }
        cursor.accept("INITIALLY", "IMMEDIATE");
        return false;
    }

    private static String action(SqliteCursor cursor, String when) throws SQLException {
        if (cursor.accept("NO", "ACTION")) {
            return "";
        }
        String words = cursor.accept("SET") ? "SET " + cursor.name() : cursor.name();
        return when + words.toUpperCase(Locale.ROOT);
    }

    private List<String> list(List<SqliteToken> list) {
        return SqliteCursor.items(list).stream().map(this::item).toList();
    }

    private String item(List<SqliteToken> item) {
        boolean ascending = item.size() > 1 && item.get(item.size() - 1).is("ASC");
        return text.line(ascending ? item.subList(0, item.size() - 1) : item);
    }

    /** The columns come as they are written; in quotes, with collation and order. */
    private void add(Constraint.Kind kind, List<String> columns, Optional<ObjectName> parent, String definition) {
        List<String> plain = columns.stream()
                .map(c -> text.spelled(SqliteToken.of(c).get(0).name()))
                .toList();
        constraints.add(new Constraint(kind, given, given, plain, parent, definition));
        given = Optional.empty();
    }
}
