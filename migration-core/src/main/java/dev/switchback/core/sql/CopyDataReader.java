package dev.switchback.core.sql;

/**
 * Finds the rows that follow a {@code COPY … FROM stdin}, as
 * <a href="https://www.postgresql.org/docs/current/sql-copy.html">psql</a> does: from the next line to a line of
 * {@code \.} alone, whatever the format of the rows is.
 */
final class CopyDataReader {
    private static final String TERMINATOR = "\\.";
    /** How many characters of rows are copied; what is more stays in the script. */
    private static final int LONGEST_COPIED = 1 << 20;

    private final ScriptText script;
    private final TextWindow text;
    private final SqlProblems problems;

    CopyDataReader(ScriptText script, TextWindow text, SqlProblems problems) {
        this.script = script;
        this.text = text;
        this.problems = problems;
    }

    /** Reads to the terminator; the current character is the one after the statement's semicolon. */
    CopyData read(int statementLine) {
        endLine();
        long from = text.offset();
        long fromByte = text.byteOffset();
        boolean copied = true;
        text.keepFromHere();
        while (!text.atEnd()) {
            if (text.startsWith(TERMINATOR) && isLineEnd(text.peek(TERMINATOR.length()))) {
                return end(from, fromByte, copied);
            }
            text.advanceToLineEnd();
            text.advance();
            if (copied && text.keptLength() > LONGEST_COPIED) {
                copied = false;
                text.drop();
            }
        }
        throw unterminated(statementLine);
    }

    private CopyData end(long from, long fromByte, boolean copied) {
        text.keepToHere();
        CopyData rows = copied ? CopyData.of(text.take()) : CopyData.in(script, fromByte, text.offset() - from);
        text.advance(TERMINATOR.length());
        return rows;
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
