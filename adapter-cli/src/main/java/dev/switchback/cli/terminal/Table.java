package dev.switchback.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, aligned in columns. One column gives way if the page is too narrow. Not thread-safe. */
public final class Table {

    private static final String GAP = "  ";
    private static final int NARROWEST = 12;

    private final int flexible;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Mark mark, List<Span> cells) {}

    /**
     * An empty table.
     *
     * @param flexible which column is shortened if needed, from 0
     */
    public Table(int flexible) {
        this.flexible = flexible;
    }

    /**
     * Adds a row.
     *
     * @param mark the sign before it
     * @param cells one per column; all rows have the same number
     */
    public void row(Mark mark, Span... cells) {
        rows.add(new Row(mark, List.of(cells)));
    }

    void layOut(Page page, int width, boolean unicode) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = widths(width);
        for (Row row : rows) {
            Line line = page.line().add(GAP).add(row.mark()).add(" ");
            int column = GAP.length() + 2;
            for (int i = 0; i < widths.length; i++) {
                Span cell = row.cells().get(i);
                line.column(column).add(i == flexible ? cell.fit(widths[i], unicode ? "…" : "~") : cell);
                column += widths[i] + GAP.length();
            }
        }
    }

    private int[] widths(int width) {
        int[] widths = new int[rows.get(0).cells().size()];
        int total = GAP.length() + 2 - GAP.length();
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> row.cells().get(column).width())
                    .max()
                    .orElse(0);
            total += widths[i] + GAP.length();
        }
        if (total > width) {
            widths[flexible] = Math.max(Math.min(NARROWEST, widths[flexible]), widths[flexible] - (total - width));
        }
        return widths;
    }
}
