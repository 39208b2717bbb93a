package dev.switchback.cli.answer;

import dev.switchback.api.schema.SchemaChange;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.api.schema.SchemaStatement;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;
import java.util.List;
import java.util.Locale;

/** Schemas and what differs between them, in words, as SQL, and as data; the same everywhere. */
final class SchemaLines {
    private SchemaLines() {}

    static void changes(List<SchemaChange> changes, Page page) {
        for (SchemaChange change : changes) {
            page.line().add("  ").add(style(change), sign(change)).add(" " + change.kind() + " " + change.name());
            change.details().forEach(detail -> page.paragraph("      ", "      ", detail));
        }
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
            page.paragraph("", "", statement.sql() + ";");
        }
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
        to.put("action", change.action().name().toLowerCase(Locale.ROOT))
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
