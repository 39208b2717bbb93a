package dev.switchback.cli.answer;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationDetails;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;
import java.util.List;
import java.util.Optional;

/**
 * One migration.
 *
 * @param details what is known of it
 */
public record ShowAnswer(MigrationDetails details) implements Answer {

    @Override
    public List<Annotation> annotations() {
        return details.problems().stream().map(Annotation::of).toList();
    }

    @Override
    public void describe(Page page) {
        MigrationStatus status = details.status();
        Mark mark = States.mark(status.state());
        page.line()
                .add(mark)
                .add(" ")
                .add(Style.STRONG, status.label())
                .add("  " + status.description() + "  ")
                .add(mark.style(), States.word(status.state()));
        page.line("  Script    " + status.script());
        page.line("  Down      "
                + status.migration()
                        .flatMap(Migration::downScript)
                        .orElse("none"
                                + details.irreversible().map(why -> ": " + why).orElse("")));
        status.applied().ifPresent(row -> applied(row, page));
        status.migration().ifPresent(migration -> page.line("  SHA-256   " + migration.sha256()));
        if (!details.problems().isEmpty()) {
            ProblemList.write(details.problems(), page);
        }
        script("up", details.up(), page);
        script("up, in SQL", details.upSql(), page);
        script("down", details.down(), page);
        script("down, in SQL", details.downSql(), page);
    }

    private static void applied(AppliedMigration row, Page page) {
        page.line("  Applied   "
                + row.appliedAt().map(at -> Words.time(at, page)).orElse("at a time that is not known")
                + row.appliedBy()
                        .filter(by -> !by.isEmpty())
                        .map(by -> " by " + by)
                        .orElse("")
                + row.executionTime().map(took -> ", " + Words.duration(took)).orElse(""));
        row.tags().forEach(tag -> page.line("  Tag       " + tag));
        row.checksum().ifPresent(checksum -> page.line("  Recorded  checksum " + checksum));
    }

    private static void script(String name, Optional<String> text, Page page) {
        text.ifPresent(sql -> {
            page.blank();
            page.line(Style.FAINT, "-- " + name);
            page.script(sql.stripTrailing());
        });
    }

    @Override
    public void describe(Document document) {
        Fields.status(details.status(), document);
        document.text("up", details.up())
                .text("down", details.down())
                .text("upSql", details.upSql())
                .text("downSql", details.downSql())
                .text("irreversible", details.irreversible())
                .list("problems", details.problems(), Fields::problem);
    }
}
