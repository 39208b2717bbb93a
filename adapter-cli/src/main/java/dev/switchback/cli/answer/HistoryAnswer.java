package dev.switchback.cli.answer;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Span;
import dev.switchback.cli.terminal.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in effect in the database, and what is to come.
 *
 * @param lines what to show, in the order to show it
 * @param total how many are in effect altogether
 * @param marked the version to mark as the one in effect; empty for none
 */
public record HistoryAnswer(List<HistoryLine> lines, int total, Optional<MigrationVersion> marked) implements Answer {

    /** Copies the list. */
    public HistoryAnswer {
        lines = List.copyOf(lines);
    }

    @Override
    public void describe(Page page) {
        if (lines.isEmpty()) {
            page.line(total == 0 ? "Nothing is applied yet." : "Nothing is in that range.");
            return;
        }
        Table table = new Table(1);
        for (HistoryLine line : lines) {
            if (line instanceof HistoryLine.Applied applied) {
                row(applied.row(), table, page);
            } else if (line instanceof HistoryLine.Pending pending) {
                row(pending.file(), table);
            }
        }
        page.table(table);
    }

    private static void row(MigrationStatus file, Table table) {
        table.row(
                States.mark(file.state()),
                Span.of(file.version().map(Object::toString).orElse("R")),
                Span.of(file.description()),
                new Span(States.mark(file.state()).style(), States.word(file.state())),
                Span.of(""),
                Span.of(""),
                Span.of(""),
                Span.of(""));
    }

    private void row(AppliedMigration applied, Table table, Page page) {
        table.row(
                applied.failed() ? Mark.WRONG : Mark.DONE,
                Span.of(applied.version().map(Object::toString).orElse("R")),
                Span.of(applied.description()),
                Span.of(state(applied)),
                Span.of(applied.appliedAt().map(at -> Words.time(at, page)).orElse("")),
                Span.of(applied.executionTime().map(Words::duration).orElse("")),
                Span.of(applied.appliedBy()
                        .filter(by -> !by.isEmpty())
                        .map(by -> "by " + by)
                        .orElse("")),
                Span.of(names(applied)));
    }

    @Override
    public void describe(Document document) {
        document.put("total", total)
                .list("migrations", of(HistoryLine.Applied.class), (line, to) -> Fields.applied(line.row(), to))
                .list("pendingMigrations", of(HistoryLine.Pending.class), (line, to) -> Fields.status(line.file(), to));
    }

    private <T extends HistoryLine> List<T> of(Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private String names(AppliedMigration applied) {
        Stream<String> current =
                marked.isPresent() && marked.equals(applied.version()) ? Stream.of("(current)") : Stream.empty();
        return Stream.concat(applied.tags().stream().map(tag -> "@" + tag), current)
                .collect(Collectors.joining(" "));
    }

    private static String state(AppliedMigration applied) {
        return applied.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
