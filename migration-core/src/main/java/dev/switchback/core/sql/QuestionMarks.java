package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;

/**
 * PostgreSQL has operators with a question mark, which its driver takes for a parameter unless it is written twice
 * (<a href="https://jdbc.postgresql.org/documentation/query/">pgjdbc</a>). For whoever must hand a statement to code that
 * asks the driver for its native SQL; what is sent without that needs nothing.
 */
public final class QuestionMarks {

    private QuestionMarks() {}

    /**
     * A statement of PostgreSQL, or a script without rows of data, with every question mark of an operator written twice.
     *
     * @throws SqlSyntaxProblem if a quote or a comment in it is not closed
     */
    public static String doubled(String sql) {
        if (sql.indexOf('?') < 0) {
            return sql;
        }
        TextWindow text = new TextWindow(sql);
        SqlLexer lexer = new SqlLexer(text, SqlDialect.POSTGRESQL, new SqlProblems("a single statement"));
        StringBuilder doubled = new StringBuilder(sql.length() + 8);
        Token token;
        do {
            text.keepFromHere();
            lexer.skipNoise();
            token = lexer.read();
            text.keepToHere();
            doubled.append(text.take());
            if (token == Token.SYMBOL && lexer.symbol() == '?') {
                doubled.append('?');
            }
        } while (token != Token.END);
        return doubled.toString();
    }
}
