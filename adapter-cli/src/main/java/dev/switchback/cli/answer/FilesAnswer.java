package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;

/**
 * Files that a command wrote.
 *
 * @param lines what happened to which file
 * @param next what to do with them, in a line or two; can be empty
 * @param warnings what to know of them
 */
public record FilesAnswer(List<FileLine> lines, String next, List<String> warnings) implements Answer {

    /**
     * One file.
     *
     * @param action {@code created}, {@code updated}, {@code replaced}, {@code kept} or, if it is only shown, {@code not written}
     * @param file the path, relative where possible
     * @param text what would be written, if it is only shown
     */
    public record FileLine(String action, String file, Optional<String> text) {

        /** A file that was dealt with. */
        public FileLine(String action, String file) {
            this(action, file, Optional.empty());
        }

        /** A file that is only shown. */
        public static FileLine shown(String file, String text) {
            return new FileLine("not written", file, Optional.of(text));
        }
    }

    /** Copies the lists. */
    public FilesAnswer {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    /** Nothing to know of them. */
    public FilesAnswer(List<FileLine> lines, String next) {
        this(lines, next, List.of());
    }

    @Override
    public void describe(Page page) {
        describeFiles(page);
        if (!next.isEmpty()) {
            page.paragraph("Next: ", "      ", next);
        }
    }

    /** Whether nothing was written, so that the answer is the scripts and nothing beside them. */
    boolean areOnlyShown() {
        return lines.stream().anyMatch(line -> line.text().isPresent());
    }

    /** The files alone. Those that are only shown make a script that can be read and piped. */
    void describeFiles(Page page) {
        for (FileLine line : lines) {
            line.text()
                    .ifPresentOrElse(
                            text -> {
                                page.line("-- " + line.file());
                                page.script(text.stripTrailing());
                                page.blank();
                            },
                            () -> page.line().add(line.action()).column(9).add(line.file()));
        }
    }

    @Override
    public void describe(Document document) {
        document.list("files", lines, (line, to) -> {
            to.put("action", line.action()).put("file", line.file());
            line.text().ifPresent(text -> to.put("text", text));
        });
    }
}
