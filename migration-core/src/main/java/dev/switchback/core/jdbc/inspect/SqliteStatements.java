package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.SqliteNames;
import dev.switchback.core.domain.ddl.SqliteText;
import dev.switchback.core.domain.ddl.SqliteToken;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Trigger;
import dev.switchback.core.domain.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the definitions of indexes, views and triggers, and writes them in one way. */
final class SqliteStatements {

    private final SqliteCatalog catalog;

    SqliteStatements(SqliteCatalog catalog) {
        this.catalog = catalog;
    }

    Index index(String sql) throws SQLException {
        SqliteCursor cursor = new SqliteCursor(SqliteToken.of(sql));
        cursor.require("CREATE");
        boolean unique = cursor.accept("UNIQUE");
        cursor.require("INDEX");
        String name = cursor.name();
        cursor.require("ON");
        Optional<SqliteCatalog.Relation> table = catalog.find(cursor.name());
        List<String> columns = table.map(SqliteCatalog.Relation::columns).orElse(List.of());
        SqliteText text = new SqliteText(columns);
        List<SqliteToken> list = cursor.group();
        List<SqliteToken> condition = cursor.accept("WHERE") ? SqliteCursor.bare(cursor.rest()) : List.of();
        String items = SqliteCursor.items(list).stream()
                .map(item -> text.line(withoutAscending(item)))
                .collect(Collectors.joining(", "));
        String definition = "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + SqliteNames.quoted(name) + " ON "
                + SqliteNames.quoted(table.map(SqliteCatalog.Relation::name).orElse("")) + " (" + items + ")"
                + (condition.isEmpty() ? "" : " WHERE " + text.line(condition));
        List<SqliteToken> all = new ArrayList<>(list);
        all.addAll(condition);
        List<String> used = columns.stream().filter(c -> isIn(c, all)).toList();
        return new Index(name, unique, used, definition, Optional.empty());
    }

    private static List<SqliteToken> withoutAscending(List<SqliteToken> item) {
        int last = item.size() - 1;
        return last > 0 && item.get(last).is("ASC") ? item.subList(0, last) : item;
    }

    private static boolean isIn(String column, List<SqliteToken> tokens) {
        return tokens.stream()
                .filter(t -> t.kind() == SqliteToken.Kind.WORD || t.kind() == SqliteToken.Kind.NAME)
                .anyMatch(t -> SqliteNames.folded(t.name()).equals(SqliteNames.folded(column)));
    }

    View view(String sql) throws SQLException {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        SqliteText text = catalog.text(tokens);
        SqliteCursor cursor = new SqliteCursor(tokens);
        cursor.require("CREATE");
        cursor.require("VIEW");
        String name = cursor.name();
        String columns = "";
        if (cursor.peek().isSymbol("(")) {
            columns = " (" + text.line(cursor.group()) + ")";
        }
        cursor.require("AS");
        String definition = "CREATE VIEW " + SqliteNames.quoted(name) + columns + " AS\n" + text.query(cursor.rest());
        return new View(ObjectName.of(name), false, definition, List.of(), Optional.empty(), needs(tokens, name));
    }

    Trigger trigger(String sql) throws SQLException {
        List<SqliteToken> tokens = SqliteToken.of(sql);
        SqliteText text = catalog.text(tokens);
        SqliteCursor cursor = new SqliteCursor(tokens);
        cursor.require("CREATE");
        cursor.require("TRIGGER");
        String name = cursor.name();
        List<SqliteToken> head = new ArrayList<>();
        while (!cursor.peek().is("ON")) {
            head.add(cursor.next());
        }
        cursor.require("ON");
        String table = text.spelled(cursor.name());
        cursor.accept("FOR", "EACH", "ROW");
        String when = "";
        if (cursor.accept("WHEN")) {
            List<SqliteToken> condition = new ArrayList<>();
            int cases = 0;
            while (cases > 0 || !cursor.peek().is("BEGIN")) {
                cases += cursor.peek().is("CASE") ? 1 : cursor.peek().is("END") ? -1 : 0;
                condition.add(cursor.next());
            }
            when = " WHEN " + text.line(condition);
        }
        cursor.require("BEGIN");
        List<SqliteToken> rest = cursor.rest();
        String definition = "CREATE TRIGGER " + SqliteNames.quoted(name) + " " + text.line(head) + " ON "
                + SqliteNames.quoted(table) + when + " BEGIN" + text.body(rest.subList(0, rest.size() - 1)) + "\nEND";
        return new Trigger(
                ObjectName.of(name), ObjectName.of(table), definition, Optional.empty(), needs(tokens, name));
    }

    private Set<Dependency> needs(List<SqliteToken> tokens, String self) {
        return catalog.mentioned(tokens).stream()
                .map(SqliteCatalog.Relation::name)
                .filter(name -> !name.equals(self))
                .map(name -> new Dependency(ObjectName.of(name), Optional.empty()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
