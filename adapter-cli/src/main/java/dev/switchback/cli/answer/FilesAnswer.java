package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;
import java.util.List;

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
     * @param action {@code created}, {@code updated} or {@code kept}
     * @param file the path, relative where possible
     */
    public record FileLine(String action, String file) {}

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
        for (FileLine line : lines) {
            page.line().add(line.action()).column(9).add(line.file());
        }
        if (!next.isEmpty()) {
            page.paragraph("Next: ", "      ", next);
        }
    }

    @Override
    public void describe(Document document) {
        document.list(
                "files", lines, (line, to) -> to.put("action", line.action()).put("file", line.file()));
    }
}
