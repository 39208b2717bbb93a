package dev.switchback.core.sql;

/**
 * Reads the rows that follow a {@code COPY … FROM stdin}, as
 * <a href="https://www.postgresql.org/docs/current/sql-copy.html">psql</a> does: from the next line to a line of
 * {@code \.} alone.
 */
final class CopyRows {
    private static final String TERMINATOR = "\\.";

    private final TextWindow text;
    private final SqlProblems problems;

    CopyRows(TextWindow text, SqlProblems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Reads to the terminator; the current character is the one after the statement's semicolon. */
    String read(int statementLine) {
        endLine();
        text.keepFromHere();
        while (!text.atEnd()) {
            if (text.startsWith(TERMINATOR) && isLineEnd(text.peek(TERMINATOR.length()))) {
                text.keepToHere();
                text.advance(TERMINATOR.length());
                return text.take();
            }
            text.advanceToLineEnd();
            text.advance();
        }
        throw unterminated(statementLine);
    }

    SqlSyntaxProblem unterminated(int statementLine) {
        return problems.at(
                statementLine,
                "the rows after COPY … FROM stdin have no end",
                "put a line of \\. alone after the last row");
    }

    private void endLine() {
        int line = text.line();
        while (!isLineEnd(text.peek())) {
            if (text.startsWith("--")) {
                text.advanceToLineEnd();
            } else if (Characters.isBlank(text.peek())) {
                text.advance();
            } else {
                throw problems.at(
                        line, "text follows COPY … FROM stdin on its line", "put it after the rows and their \\.");
            }
        }
        text.advance();
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == TextWindow.END;
    }
}
