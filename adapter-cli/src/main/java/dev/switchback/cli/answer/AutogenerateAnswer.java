package dev.switchback.cli.answer;

import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.api.schema.Rename;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A migration that was made from a difference.
 *
 * @param made what was made
 * @param files the files, in the words of the page
 * @param stamped what was recorded, if that was asked for
 */
public record AutogenerateAnswer(AutogenerateResult made, FilesAnswer files, Optional<StampAnswer> stamped)
        implements Answer {

    @Override
    public List<String> warnings() {
        return Stream.concat(made.notes().stream(), files.warnings().stream()).toList();
    }

    @Override
    public void describe(Page page) {
        if (made.files().isEmpty()) {
            page.line()
                    .add(Mark.DONE)
                    .add(
                            made.heldBack().isEmpty()
                                    ? " nothing to do: the two schemas are the same"
                                    : " no migration: nothing else differs");
        }
        files.describeFiles(page);
        if (files.areOnlyShown()) {
            return;
        }
        made.renames().forEach(rename -> page.line("  > " + words(rename)));
        SchemaLines.changes(made.changes(), page);
        SchemaLines.held(made.heldBack(), page);
        made.irreversible().ifPresent(why -> page.paragraph("Irreversible: ", "  ", why));
        stamped.ifPresent(answer -> answer.describe(page));
        if (!files.next().isEmpty()) {
            page.paragraph("Next: ", "      ", files.next());
        }
    }

    private static String words(Rename rename) {
        return rename.column()
                .map(column -> "column " + rename.table() + "." + column + " renamed to " + rename.to())
                .orElseGet(() -> "table " + rename.table() + " renamed to " + rename.to());
    }

    @Override
    public void describe(Document document) {
        files.describe(document);
        document.list("changes", made.changes(), SchemaLines::describe)
                .strings(
                        "renames", made.renames().stream().map(Rename::toString).toList())
                .put("statements", made.statements())
                .text("irreversible", made.irreversible())
                .strings("heldBack", made.heldBack());
        stamped.ifPresent(answer -> {
            Document stamp = new Document();
            answer.describe(stamp);
            document.object("stamp", stamp);
        });
    }
}
