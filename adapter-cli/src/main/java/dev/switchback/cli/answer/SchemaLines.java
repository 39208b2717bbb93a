package dev.switchback.cli.answer;

import dev.switchback.api.schema.SchemaChange;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.api.schema.SchemaStatement;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Schemas and what differs between them, in words, as SQL, and as data; the same everywhere. */
final class SchemaLines {
    private SchemaLines() {}

    static void changes(List<SchemaChange> changes, Page page) {
        for (SchemaChange change : changes) {
            page.line().add("  ").add(style(change), sign(change)).add(" " + change.kind() + " " + change.name());
            change.details().forEach(detail -> page.paragraph("      ", "      ", detail));
        }
    }

    /** The same in a line, for where a list does not fit. */
    static String inLine(List<SchemaChange> changes) {
        return changes.stream()
                .map(change -> sign(change) + " " + change.kind() + " " + change.name())
                .collect(Collectors.joining(", "));
    }

    /** The same as a table. */
    static String table(List<SchemaChange> changes) {
        StringBuilder text =
                new StringBuilder(MarkdownText.row(List.of("change", "what", "now"))).append(MarkdownText.rule(3));
        changes.forEach(change -> text.append(MarkdownText.row(
                List.of(action(change), change.kind() + " " + change.name(), String.join("; ", change.details())))));
        return text.toString();
    }

    private static String action(SchemaChange change) {
        return change.action().name().toLowerCase(Locale.ROOT);
    }

    private static String sign(SchemaChange change) {
        return switch (change.action()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
    }

    private static Style style(SchemaChange change) {
        return switch (change.action()) {
            case ADDED -> Style.GOOD;
            case REMOVED -> Style.BAD;
            case CHANGED -> Style.WARN;
        };
    }

    static void held(List<String> names, Page page) {
        if (!names.isEmpty()) {
            page.line("Kept, because the rows would be lost, and listed in pending-drops:");
            names.forEach(name -> page.line("  - " + name));
        }
    }

    static void sql(List<SchemaStatement> statements, Page page) {
        for (SchemaStatement statement : statements) {
            statement.note().ifPresent(note -> page.paragraph("-- ", "-- ", note));
            page.script(statement.sql() + ";");
        }
    }

    /** The same for a comment on a pull request. */
    static String fence(List<SchemaStatement> statements) {
        Page page = new Page(Integer.MAX_VALUE, true);
        sql(statements, page);
        return MarkdownText.fence("sql", page.render(false));
    }

    static void describe(SchemaComparison comparison, Document to) {
        to.put("from", comparison.from())
                .put("to", comparison.to())
                .put("same", comparison.same())
                .list("changes", comparison.changes(), SchemaLines::describe)
                .list("statements", comparison.statements(), SchemaLines::describe)
                .strings("heldBack", comparison.heldBack());
    }

    static void describe(SchemaChange change, Document to) {
        to.put("action", action(change))
                .put("kind", change.kind())
                .put("name", change.name())
                .strings("details", change.details());
    }

    static void describe(SchemaStatement statement, Document to) {
        to.put("sql", statement.sql())
                .put("risk", statement.risk().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .text("note", statement.note());
    }
}
