package dev.switchback.core.sql;

/**
 * The lexical facts by which the databases differ: what quotes, what comments, and where a statement can contain a
 * semicolon. Nothing here says what a database can do.
 */
public enum SqlDialect {
    /** <a href="https://sqlite.org/lang.html">SQLite</a>: {@code [name]} and backticks quote, triggers have a body. */
    SQLITE,
    /** <a href="https://h2database.com/html/grammar.html">H2</a>: {@code $$} strings, {@code //} comments, no bodies. */
    H2,
    /**
     * <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL</a>: tagged dollar quotes,
     * {@code E''} strings, {@code BEGIN ATOMIC} bodies, {@code COPY … FROM stdin}, psql's backslash lines.
     */
    POSTGRESQL,
    /**
     * <a href="https://mariadb.com/kb/en/delimiters/">MariaDB</a> and MySQL: backslash escapes, {@code #} comments,
     * {@code DELIMITER}, executable comments, stored programs with nested bodies.
     */
    MARIADB;

    boolean backtickQuotes() {
        return this != POSTGRESQL;
    }

    boolean bracketQuotes() {
        return this == SQLITE;
    }

    /** Whether a backslash escapes in every string and in double quotes, as MySQL's default sql_mode has it. */
    boolean backslashEscapes() {
        return this == MARIADB;
    }

    /** Whether {@code E'…'} is a string with backslash escapes. */
    boolean escapeStrings() {
        return this == POSTGRESQL;
    }

    boolean dollarQuotes() {
        return this == POSTGRESQL || this == H2;
    }

    /** Whether a dollar quote may carry a tag, as in {@code $body$}. */
    boolean dollarTags() {
        return this == POSTGRESQL;
    }

    boolean nestedComments() {
        return this == POSTGRESQL || this == H2;
    }

    boolean hashComments() {
        return this == MARIADB;
    }

    boolean slashComments() {
        return this == H2;
    }

    /** Whether {@code --} starts a comment only before white space, because {@code 5--3} is arithmetic. */
    boolean dashCommentsNeedBlank() {
        return this == MARIADB;
    }

    /** Whether the text of {@code /*! … *}{@code /} is run. */
    boolean executableComments() {
        return this == MARIADB;
    }
}
