package dev.switchback.cli.answer;

import java.util.List;

/** Pieces of Markdown in which text of others stays text. */
public final class MarkdownText {
    private MarkdownText() {}

    /**
     * A block of code.
     *
     * @param language what it is highlighted as
     * @param text the code, whatever backticks are in it
     * @return the block
     */
    public static String fence(String language, String text) {
        StringBuilder mark = new StringBuilder("```");
        while (text.contains(mark)) {
            mark.append('`');
        }
        String end = text.endsWith("\n") || text.isEmpty() ? "" : "\n";
        return mark + language + "\n" + text + end + mark + "\n";
    }

    /**
     * A row of a table.
     *
     * @param cells the cells, as text
     * @return the row
     */
    static String row(List<String> cells) {
        StringBuilder row = new StringBuilder("|");
        cells.forEach(cell -> row.append(' ').append(cell(cell)).append(" |"));
        return row.append('\n').toString();
    }

    /** The line under the head of a table. */
    static String rule(int columns) {
        return "|" + "---|".repeat(columns) + "\n";
    }

    static String cell(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("\n", " ");
    }
}
