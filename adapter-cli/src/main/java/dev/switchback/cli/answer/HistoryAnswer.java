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
 * @param history what to show of what is in effect, in the order to show it
 * @param pending the same of what is not
 * @param oldestFirst whether what is pending comes last
 * @param total how many are in effect altogether
 * @param marked the version to mark as the one in effect; empty for none
 */
public record HistoryAnswer(
        List<AppliedMigration> history,
        List<MigrationStatus> pending,
        boolean oldestFirst,
        int total,
        Optional<MigrationVersion> marked)
        implements Answer {

    /** Copies the lists. */
    public HistoryAnswer {
        history = List.copyOf(history);
        pending = List.copyOf(pending);
    }

    @Override
    public void describe(Page page) {
        if (history.isEmpty() && pending.isEmpty()) {
            page.line(total == 0 ? "Nothing is applied yet." : "Nothing is in that range.");
            return;
        }
        Table table = new Table(1);
        if (oldestFirst) {
            applied(table, page);
            pending(table);
        } else {
            pending(table);
            applied(table, page);
        }
        page.table(table);
    }

    private void pending(Table table) {
        for (MigrationStatus file : pending) {
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
    }

    private void applied(Table table, Page page) {
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
    }

    @Override
    public void describe(Document document) {
        document.put("total", total)
                .list("migrations", history, Fields::applied)
                .list("pendingMigrations", pending, Fields::status);
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
