package dev.switchback.cli.answer;

import dev.switchback.api.model.AppliedMigration;
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
 * What is in effect in the database.
 *
 * @param history what to show, in the order to show it
 * @param total how many there are altogether
 * @param marked the version to mark as the one in effect; empty for none
 */
public record HistoryAnswer(List<AppliedMigration> history, int total, Optional<MigrationVersion> marked)
        implements Answer {

    /** Copies the list. */
    public HistoryAnswer {
        history = List.copyOf(history);
    }

    @Override
    public void describe(Page page) {
        if (history.isEmpty()) {
            page.line("Nothing is applied yet.");
            return;
        }
        Table table = new Table(1);
        for (AppliedMigration applied : history) {
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
        page.table(table);
    }

    @Override
    public void describe(Document document) {
        document.put("total", total).list("migrations", history, Fields::applied);
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
