package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.H2MadeUpName;
import dev.switchback.core.domain.ddl.Lexemes;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of an H2 database, with what later statements of the script say of them. */
final class H2Tables {

    private final Map<String, Parts> tables = new LinkedHashMap<>();

    private record Parts(
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            String options,
            Optional<String> comment) {}

    Set<String> names() {
        return tables.keySet();
    }

    void table(String name, DdlCursor cursor) {
        Optional<String> comment =
                cursor.accept("COMMENT") ? cursor.acceptString().map(H2ScriptReader::string) : Optional.empty();
        List<Column> columns = new ArrayList<>();
        items(cursor.takeGroup()).forEach(line -> columns.add(H2ColumnReader.read(line)));
        tables.put(name, new Parts(columns, new ArrayList<>(), new ArrayList<>(), cursor.rest(), comment));
    }

    private static List<String> items(String group) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int depth = 0;
        for (String lexeme : Lexemes.ofStandard(group.substring(1, group.length() - 1))) {
            depth += lexeme.equals("(") || lexeme.equals("[") ? 1 : lexeme.equals(")") || lexeme.equals("]") ? -1 : 0;
            if (depth == 0 && lexeme.equals(",")) {
                items.add(item.toString().strip());
                item.setLength(0);
            } else {
                item.append(lexeme);
            }
        }
        items.add(item.toString().strip());
        return items;
    }

    /** The rest of {@code ALTER TABLE x}, which always adds a constraint. */
    void constraint(String table, DdlCursor cursor) {
        Parts parts = tables.get(table);
        if (parts == null || !cursor.accept("ADD", "CONSTRAINT")) {
            return;
        }
        String own = cursor.takeName();
        if (cursor.accept("COMMENT")) {
            cursor.acceptString();
        }
        Kind kind = switch (cursor.peek()) {
            case "PRIMARY" -> Kind.PRIMARY_KEY;
            case "UNIQUE" -> Kind.UNIQUE;
            case "FOREIGN" -> Kind.FOREIGN_KEY;
            default -> Kind.CHECK;
        };
        String definition = cursor.rest().replaceFirst("\\s+NOCHECK$", "");
        List<String> lexemes = Lexemes.ofStandard(definition);
        int open = lexemes.indexOf("(");
        List<String> columns = open < 0 ? List.of() : names(lexemes.subList(open, Lexemes.closing(lexemes, open)));
        parts.constraints()
                .add(new Constraint(
                        kind,
                        Optional.of(own).filter(n -> !H2MadeUpName.is(n)),
                        Optional.of(own),
                        columns,
                        kind == Kind.FOREIGN_KEY ? Optional.of(target(lexemes)) : Optional.empty(),
                        definition));
    }

    private static ObjectName target(List<String> lexemes) {
        List<String> after = lexemes.subList(lexemes.indexOf("REFERENCES"), lexemes.size());
        List<String> name = names(after.subList(0, after.indexOf("(")));
        return name.size() > 1 ? new ObjectName(Optional.of(name.get(0)), name.get(1)) : ObjectName.of(name.get(0));
    }

    private static List<String> names(List<String> lexemes) {
        return lexemes.stream().filter(Lexemes::isName).map(Lexemes::name).toList();
    }

    void index(String sql) {
        List<String> lexemes = Lexemes.ofStandard(sql);
        List<String> names = names(lexemes);
        String comment = "";
        int at = lexemes.indexOf("COMMENT");
        if (at > 0 && at < lexemes.indexOf("(")) {
            comment = lexemes.get(at + 2);
        }
        Parts parts = tables.get(names.get(1));
        if (parts != null) {
            parts.indexes()
                    .add(new Index(
                            names.get(0),
                            sql.startsWith("CREATE UNIQUE "),
                            names.subList(2, names.size()),
                            comment.isEmpty() ? sql : sql.replace(" COMMENT " + comment, ""),
                            Optional.of(comment).filter(c -> !c.isEmpty()).map(H2ScriptReader::string)));
        }
    }

    List<Table> tables(Set<String> ignored, Set<String> storesOfViews, Set<String> sequences, Set<String> domains) {
        List<Table> found = new ArrayList<>();
        tables.forEach((name, parts) -> {
            boolean store = storesOfViews.stream().anyMatch(prefix -> name.matches(Pattern.quote(prefix) + "\\d+"));
            if (!store && !ignored.contains(name.toLowerCase(Locale.ROOT))) {
                Set<Dependency> uses = parts.columns().stream()
                        .flatMap(c -> Stream.concat(Stream.of(c.type()), c.defaultExpression().stream()))
                        .flatMap(text -> Lexemes.ofStandard(text).stream())
                        .filter(Lexemes::isName)
                        .map(Lexemes::name)
                        .filter(n -> sequences.contains(n) || domains.contains(n))
                        .map(n -> new Dependency(ObjectName.of(n), Optional.empty()))
                        .collect(Collectors.toSet());
                found.add(new Table(
                        ObjectName.of(name),
                        parts.columns(),
                        parts.constraints(),
                        parts.indexes(),
                        parts.options(),
                        parts.comment(),
                        uses));
            }
        });
        return found;
    }
}
