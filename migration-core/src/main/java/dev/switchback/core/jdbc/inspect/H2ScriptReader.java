package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.H2MadeUpName;
import dev.switchback.core.domain.ddl.H2SequenceOptions;
import dev.switchback.core.domain.ddl.Lexemes;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.Trigger;
import dev.switchback.core.domain.schema.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the statements of H2's {@code SCRIPT}, one after the other. */
final class H2ScriptReader {

    /** What is nobody's schema: users, rights, and what the script says of itself. */
    private static final Set<String> SKIPPED = Set.of("USER", "SCHEMA", "ROLE");

    private final String qualifier;
    private final Set<String> ignored;
    private final H2Tables tables = new H2Tables();
    private final H2Views views = new H2Views();
    private final Map<String, String> domains = new LinkedHashMap<>();
    private final Map<String, String> sequences = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, String> comments = new LinkedHashMap<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();

    H2ScriptReader(String schema, Set<String> ignored) {
        this.qualifier = "\"" + schema.replace("\"", "\"\"") + "\"";
        this.ignored = ignored;
    }

    void read(String statement) {
        String sql = H2UnicodeText.decoded(statement.strip());
        if (sql.startsWith("--") || sql.startsWith("GRANT ") || sql.startsWith("SET ") || sql.startsWith("DROP ")) {
            return;
        }
        List<String> lexemes = unqualified(sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql);
        DdlCursor cursor = new DdlCursor(lexemes);
        if (cursor.accept("CREATE")) {
            create(cursor, String.join("", lexemes));
        } else if (cursor.accept("ALTER", "TABLE")) {
            cursor.accept("ONLY");
            tables.constraint(cursor.takeName(), cursor);
        } else if (cursor.accept("ALTER", "DOMAIN")) {
            domainConstraint(cursor);
        } else if (cursor.accept("COMMENT", "ON")) {
            String kind = cursor.take();
            String name = cursor.takeName();
            cursor.accept("IS");
            cursor.acceptString().ifPresent(text -> comments.put(kind + " " + name, string(text)));
        }
    }

    /** Names without the schema that everything is in. */
    private List<String> unqualified(String sql) {
        List<String> lexemes = Lexemes.ofStandard(sql);
        List<String> left = new ArrayList<>();
        for (int i = 0; i < lexemes.size(); i++) {
            boolean qualifies = lexemes.get(i).equals(qualifier)
                    && i + 1 < lexemes.size()
                    && lexemes.get(i + 1).equals(".")
                    && (i == 0 || !lexemes.get(i - 1).equals("."));
            if (qualifies) {
                i++;
            } else {
                left.add(lexemes.get(i));
            }
        }
        return left;
    }

    private void create(DdlCursor cursor, String sql) {
        if (SKIPPED.contains(cursor.peek())) {
            return;
        }
        cursor.accept("FORCE");
        if (cursor.accept("DOMAIN")) {
            String name = cursor.takeName();
            cursor.accept("AS");
            domains.put(name, cursor.rest());
        } else if (cursor.accept("SEQUENCE")) {
            sequences.put(cursor.takeName(), H2SequenceOptions.of(cursor.rest()).toString());
        } else if (cursor.accept("ALIAS")) {
            aliases.put(cursor.takeName(), sql.replaceFirst("^CREATE FORCE ", "CREATE "));
        } else if (cursor.accept("VIEW")) {
            views.view(cursor, false, sql);
        } else if (cursor.accept("MATERIALIZED", "VIEW")) {
            views.view(cursor, true, sql);
        } else if (cursor.accept("TRIGGER")) {
            trigger(cursor, sql);
        } else if (cursor.accept("CONSTANT") || cursor.accept("AGGREGATE")) {
            unsupported.add(sql.split(" ", -1)[1].toLowerCase(Locale.ROOT) + " " + cursor.takeName());
        } else {
            tableOrIndex(cursor, sql);
        }
    }

    private void tableOrIndex(DdlCursor cursor, String sql) {
        int index = sql.indexOf(" INDEX \"");
        int table = sql.indexOf(" TABLE \"");
        if (cursor.accept("MEMORY", "TABLE") || cursor.accept("CACHED", "TABLE")) {
            tables.table(cursor.takeName(), cursor);
        } else if (index > 0 && (table < 0 || index < table)) {
            tables.index(sql);
        } else {
            unsupported.add(kindAndName(cursor));
        }
    }

    /** And nothing of what follows: a linked table has a password there. */
    private static String kindAndName(DdlCursor cursor) {
        StringBuilder words = new StringBuilder();
        while (!cursor.atEnd() && !cursor.peek().startsWith("\"")) {
            words.append(cursor.take().toLowerCase(Locale.ROOT)).append(' ');
        }
        return cursor.atEnd() ? words.toString().strip() : words + cursor.takeName();
    }

    private void domainConstraint(DdlCursor cursor) {
        String name = cursor.takeName();
        cursor.accept("ADD", "CONSTRAINT");
        String own = cursor.takeName();
        String check = cursor.rest().replaceFirst(" NOCHECK$", "");
        String named = H2MadeUpName.is(own) ? "" : "CONSTRAINT \"" + own.replace("\"", "\"\"") + "\" ";
        domains.merge(name, " " + named + check, String::concat);
    }

    private void trigger(DdlCursor cursor, String sql) {
        String name = cursor.takeName();
        while (!cursor.atEnd() && !cursor.accept("ON")) {
            cursor.take();
        }
        String table = cursor.takeName();
        if (!ignored.contains(table.toLowerCase(Locale.ROOT))) {
            triggers.add(new Trigger(
                    ObjectName.of(name),
                    ObjectName.of(table),
                    sql.replaceFirst("^CREATE FORCE ", "CREATE "),
                    Optional.empty(),
                    Set.of()));
        }
    }

    List<String> unsupported() {
        return List.copyOf(unsupported);
    }

    List<SchemaObject> objects() {
        List<SchemaObject> objects = new ArrayList<>(triggers);
        domains.forEach((name, definition) -> objects.add(new UserType(
                SchemaObject.Kind.DOMAIN,
                ObjectName.of(name),
                List.of(),
                definition,
                comment("DOMAIN", name),
                Set.of())));
        sequences.forEach(
                (name, options) -> objects.add(new Sequence(ObjectName.of(name), options, comment("SEQUENCE", name))));
        aliases.forEach((name, sql) -> objects.add(new Routine(
                SchemaObject.Kind.FUNCTION, ObjectName.of(name), "", sql, comment("ALIAS", name), Set.of())));
        objects.addAll(tables.tables(ignored, views.storedIn(), sequences.keySet(), domains.keySet()));
        objects.addAll(views.views(tables.names()));
        return objects;
    }

    private Optional<String> comment(String kind, String name) {
        return Optional.ofNullable(comments.get(kind + " " + name));
    }

    /** What a string literal says. */
    static String string(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }
}
