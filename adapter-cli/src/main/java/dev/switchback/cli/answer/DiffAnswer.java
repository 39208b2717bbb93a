package dev.switchback.cli.answer;

import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two schemas.
 *
 * @param comparison the two and what differs
 * @param sql whether to say it as SQL
 */
public record DiffAnswer(SchemaComparison comparison, boolean sql) implements Answer {

    @Override
    public String result() {
        return comparison.same() ? exitCode().name() : ExitCode.DRIFT.name();
    }

    @Override
    public List<String> warnings() {
        return comparison.notes();
    }

    @Override
    public Optional<String> markdown() {
        String from = MarkdownText.cell(comparison.from());
        String to = MarkdownText.cell(comparison.to());
        if (comparison.same()) {
            return Optional.of(from + " and " + to + " are the same.\n");
        }
        return Optional.of("From " + from + " to " + to + ":\n\n"
                + (sql ? SchemaLines.fence(comparison.statements()) : SchemaLines.table(comparison.changes())));
    }

    @Override
    public void describe(Page page) {
        if (sql) {
            SchemaLines.sql(comparison.statements(), page);
        } else if (comparison.same()) {
            page.line().add(Mark.DONE).add(" " + comparison.from() + " and " + comparison.to() + " are the same");
        } else {
            page.line("From " + comparison.from() + " to " + comparison.to() + ":");
            SchemaLines.changes(comparison.changes(), page);
        }
    }

    @Override
    public void describe(Document document) {
        SchemaLines.describe(comparison, document);
    }
}
