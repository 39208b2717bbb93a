package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;

/** H2: program text is a string there, so every semicolon ends a statement. */
final class NoBody implements StatementBody {
    @Override
    public void accept(Token token, SqlLexer lexer, int line) {}

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public int openLine() {
        throw new IllegalStateException("nothing is ever open");
    }

    @Override
    public String openAdvice() {
        throw new IllegalStateException("nothing is ever open");
    }

    @Override
    public String openWhat() {
        throw new IllegalStateException("nothing is ever open");
    }
}
