package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;

/**
 * SQLite: a trigger ends with a semicolon, END and a semicolon, and with nothing else, as in
 * <a href="https://sqlite.org/c3ref/complete.html">sqlite3_complete()</a>. The END of a CASE never follows a semicolon,
 * so nothing has to be counted.
 */
final class SqliteBody implements StatementBody {
    private enum State {
        START,
        AFTER_CREATE,
        PLAIN,
        TRIGGER,
        AFTER_SEMICOLON,
        AFTER_END
    }

    private State state = State.START;
    private int triggerLine;

    @Override
    public void accept(Token token, SqlLexer lexer, int line) {
        state = switch (state) {
            case START -> isWord(token, lexer, "CREATE") ? State.AFTER_CREATE : State.PLAIN;
            case AFTER_CREATE -> afterCreate(token, lexer, line);
            case PLAIN -> State.PLAIN;
            case AFTER_SEMICOLON -> isWord(token, lexer, "END") ? State.AFTER_END : inTrigger(token);
            case TRIGGER, AFTER_END -> inTrigger(token);
        };
    }

    @Override
    public boolean isOpen() {
        return state.compareTo(State.TRIGGER) >= 0 && state != State.AFTER_END;
    }

    @Override
    public int openLine() {
        return triggerLine;
    }

    @Override
    public String openAdvice() {
        return "end it with ; END;";
    }

    @Override
    public String openWhat() {
        return "the body of the trigger";
    }

    private State afterCreate(Token token, SqlLexer lexer, int line) {
        triggerLine = line;
        if (isWord(token, lexer, "TRIGGER")) {
            return State.TRIGGER;
        }
        return isWord(token, lexer, "TEMP") || isWord(token, lexer, "TEMPORARY") ? State.AFTER_CREATE : State.PLAIN;
    }

    private static State inTrigger(Token token) {
        return token == Token.DELIMITER ? State.AFTER_SEMICOLON : State.TRIGGER;
    }

    private static boolean isWord(Token token, SqlLexer lexer, String keyword) {
        return token == Token.WORD && lexer.keyword().equals(keyword);
    }
}
