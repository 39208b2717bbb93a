package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;

/** Follows the tokens of one statement and knows whether a semicolon would be inside its body. */
interface StatementBody {
    /** Takes note of a token that has just been read; a semicolon inside the body comes as {@link Token#DELIMITER}. */
    void accept(Token token, SqlLexer lexer, int line);

    /** Whether a semicolon here does not end the statement. */
    boolean isOpen();

    /** The line of what is still open; called only then. */
    int openLine();

    /** What is still open; called only then. */
    String openWhat();

    /** How it is closed; called only then. */
    String openAdvice();

    /** Whether rows of data follow the statement. */
    default boolean copiesFromStdin() {
        return false;
    }

    /** A fresh follower for the next statement. */
    static StatementBody of(SqlDialect dialect) {
        return switch (dialect) {
            case SQLITE -> new SqliteBody();
            case H2 -> new NoBody();
            case POSTGRESQL -> new PostgresqlBody();
            case MARIADB -> new MariadbBody();
        };
    }
}
