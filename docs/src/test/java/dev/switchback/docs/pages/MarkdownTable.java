package dev.switchback.docs.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of a page.
 *
 * @param header the names of its columns
 * @param rows its cells, without the backticks
 */
record MarkdownTable(List<String> header, List<List<String>> rows) {

    /** The first table with such a first column. */
    static MarkdownTable of(MarkdownPage page, String firstColumn) {
        List<String> lines = page.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("| " + firstColumn + " |")) {
                List<List<String>> rows = new ArrayList<>();
                for (int row = i + 2; row < lines.size() && lines.get(row).startsWith("|"); row++) {
                    rows.add(cells(lines.get(row)));
                }
                return new MarkdownTable(cells(lines.get(i)), rows);
            }
        }
        throw new IllegalStateException(page + " has no table whose first column is " + firstColumn);
    }

    private static List<String> cells(String line) {
        String inside = line.substring(1, line.lastIndexOf('|'));
        return Stream.of(inside.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("`", "").replace("\\|", "|"))
                .toList();
    }

    List<String> column(int index) {
        return rows.stream().map(r -> r.get(index)).toList();
    }
}
