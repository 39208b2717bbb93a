package dev.switchback.core.sql;

/** Goes past white space and comments. */
final class CommentSkipper {
    /** How mariadb-dump tells its own client something: no server will ever be of that version. */
    private static final String FOR_CLIENTS = "/*M!999999";

    private final TextWindow text;
    private final SqlDialect dialect;
    private final SqlProblems problems;

    CommentSkipper(TextWindow text, SqlDialect dialect, SqlProblems problems) {
        this.text = text;
        this.dialect = dialect;
        this.problems = problems;
    }

    /** Goes to the next character that belongs to a statement or to its delimiter. */
    void skip(String delimiter) {
        while (true) {
            int c = text.peek();
            if (Characters.isBlank(c)) {
                text.advance();
            } else if (isLineComment(c, delimiter)) {
                text.advanceToLineEnd();
            } else if (c == '/' && text.peek(1) == '*' && !isExecutable()) {
                skipBlock();
            } else {
                return;
            }
        }
    }

    /** Whether an executable comment of MySQL or MariaDB begins here. */
    boolean isExecutable() {
        return dialect.executableComments()
                && (text.startsWith("/*!") || (text.startsWith("/*M!") && !text.startsWith(FOR_CLIENTS)));
    }

    private boolean isLineComment(int c, String delimiter) {
        return switch (c) {
            case '-' -> text.peek(1) == '-' && (!dialect.dashCommentsNeedBlank() || endsWord(text.peek(2)));
            case '/' -> dialect.slashComments() && text.peek(1) == '/';
            // DELIMITER # takes the sign away from the comments
            case '#' -> dialect.hashComments() && !text.startsWith(delimiter);
            default -> false;
        };
    }

    private static boolean endsWord(int c) {
        return c == TextWindow.END || Characters.isBlank(c);
    }

    private void skipBlock() {
        int from = text.line();
        int depth = 0;
        do {
            if (text.atEnd()) {
                throw problems.unclosed(from, "the comment", "*/");
            }
            depth += step(depth);
        } while (depth > 0);
    }

    /** Goes past one character or one border, and says by how much it changes the depth. */
    private int step(int depth) {
        if (text.peek() == '*' && text.peek(1) == '/') {
            text.advance(2);
            return -1;
        }
        if (text.peek() == '/' && text.peek(1) == '*' && (depth == 0 || dialect.nestedComments())) {
            text.advance(2);
            return 1;
        }
        text.advance();
        return 0;
    }
}
