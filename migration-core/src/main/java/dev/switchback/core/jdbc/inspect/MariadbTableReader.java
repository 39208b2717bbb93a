package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.Lexemes;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code SHOW CREATE TABLE} of MariaDB and MySQL. */
final class MariadbTableReader {

    /** Names that the server makes up, in all of its versions. */
    private static final Pattern MADE_UP = Pattern.compile("CONSTRAINT_\\d+|.*_ibfk_\\d+|.*_chk_\\d+|\\d+");

    /** What is the default is not said by everybody, and an index of InnoDB is a B-tree whatever is said. */
    private static final Pattern SAYS_NOTHING =
            Pattern.compile(" USING BTREE| ON (DELETE|UPDATE) (NO ACTION|RESTRICT)\\b");

    /** Engines that keep no rows of their own. */
    private static final Set<String> ELSEWHERE = Set.of("FEDERATED", "SPIDER", "CONNECT");

    private final String name;
    private final MariadbCollations collations;
    private final MariadbTableOptions options;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();

    private MariadbTableReader(String name, MariadbCollations collations, MariadbTableOptions options) {
        this.name = name;
        this.collations = collations;
        this.options = options;
    }

    /**
     * What was read.
     *
     * @param table the table
     * @param unsupported what is in it and is not compared
     */
    record Read(Table table, List<String> unsupported) {}

    /** Whether a table stands for one of another server, or for a file: how to get there may hold a password. */
    static boolean isElsewhere(String sql) {
        List<String> lexemes = Lexemes.ofMariadb(sql);
        List<String> options =
                lexemes.subList(Lexemes.closing(lexemes, lexemes.indexOf("(")) + 1, lexemes.size()).stream()
                        .filter(lexeme -> !lexeme.isBlank())
                        .map(lexeme -> lexeme.toUpperCase(Locale.ROOT))
                        .toList();
        for (int i = 0; i + 2 < options.size(); i++) {
            boolean engine = options.get(i).equals("ENGINE") && ELSEWHERE.contains(options.get(i + 2));
            if (engine
                    || (options.get(i).equals("CONNECTION")
                            && options.get(i + 1).equals("="))) {
                return true;
            }
        }
        return false;
    }

    /** Reads a table; the text no longer names its database. */
    static Read read(String name, String sql, MariadbCollations collations, Set<String> sequences) {
        List<String> lexemes = Lexemes.ofMariadb(sql);
        int open = lexemes.indexOf("(");
        int close = Lexemes.closing(lexemes, open);
        MariadbTableReader reader = new MariadbTableReader(
                name, collations, MariadbTableOptions.read(lexemes.subList(close + 1, lexemes.size()), collations));
        items(lexemes.subList(open + 1, close)).forEach(reader::item);
        return reader.result(sequences);
    }

    private Read result(Set<String> sequences) {
        Set<Dependency> uses = columns.stream()
                .flatMap(c -> c.defaultExpression().stream())
                .flatMap(e -> Lexemes.ofMariadb(e).stream())
                .filter(Lexemes::isName)
                .map(Lexemes::name)
                .filter(sequences::contains)
                .map(s -> new Dependency(ObjectName.of(s), Optional.empty()))
                .collect(Collectors.toSet());
        return new Read(
                new Table(ObjectName.of(name), columns, constraints, indexes, options.text(), options.comment(), uses),
                unsupported);
    }

    private static List<String> items(List<String> lexemes) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int depth = 0;
        for (String lexeme : lexemes) {
            depth += lexeme.equals("(") ? 1 : lexeme.equals(")") ? -1 : 0;
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

    private void item(String line) {
        if (line.startsWith("`")) {
            columns.add(MariadbColumnReader.read(line, options.collation(), collations));
            return;
        }
        String said = options.isInnodb() ? SAYS_NOTHING.matcher(line).replaceAll("") : line;
        DdlCursor text = new DdlCursor(Lexemes.ofMariadb(said));
        if (text.accept("PRIMARY", "KEY")) {
            List<String> names = text.namesInGroup();
            constraints.add(constraint(Kind.PRIMARY_KEY, Optional.empty(), names, "PRIMARY KEY " + text.rest()));
        } else if (text.accept("UNIQUE", "KEY")) {
            Optional<String> own = Optional.of(text.takeName());
            List<String> names = text.namesInGroup();
            constraints.add(constraint(Kind.UNIQUE, own, names, "UNIQUE " + text.rest()));
        } else if (text.accept("CONSTRAINT")) {
            named(text, text.takeName());
        } else if (text.peek().equals("PERIOD")) {
            unsupported.add("the period of table " + name);
        } else {
            index(text);
        }
    }

    private void named(DdlCursor text, String own) {
        if (text.accept("CHECK")) {
            List<String> names = text.namesInGroup();
            constraints.add(constraint(Kind.CHECK, Optional.of(own), names, "CHECK " + text.rest()));
            return;
        }
        text.accept("FOREIGN", "KEY");
        List<String> names = text.namesInGroup();
        String group = text.takeGroup();
        text.accept("REFERENCES");
        String target = text.take();
        Optional<String> schema = Optional.empty();
        String table = target;
        if (text.accept(".")) {
            schema = Optional.of(Lexemes.name(target));
            table = text.take();
        }
        String definition = "FOREIGN KEY " + group + " REFERENCES "
                + schema.map(s -> "`" + s + "`.").orElse("") + table + " " + text.rest();
        constraints.add(new Constraint(
                Kind.FOREIGN_KEY,
                Optional.of(own).filter(n -> !isMadeUp(n)),
                Optional.of(own),
                names,
                Optional.of(new ObjectName(schema, Lexemes.name(table))),
                definition));
    }

    private static Constraint constraint(Kind kind, Optional<String> own, List<String> columns, String definition) {
        Optional<String> catalogName = kind == Kind.PRIMARY_KEY ? Optional.of("PRIMARY") : own;
        Optional<String> given = kind == Kind.CHECK ? own.filter(n -> !isMadeUp(n)) : own;
        return new Constraint(kind, given, catalogName, columns, Optional.empty(), definition);
    }

    private static boolean isMadeUp(String name) {
        Matcher matcher = MADE_UP.matcher(name);
        return matcher.matches();
    }

    private void index(DdlCursor text) {
        String kind = text.accept("KEY") ? "" : text.take() + " ";
        text.accept("KEY");
        String own = text.takeName();
        List<String> names = text.namesInGroup();
        indexes.add(new Index(
                own, false, names, kind + "INDEX `" + own.replace("`", "``") + "` " + text.rest(), Optional.empty()));
    }
}
