package dev.switchback.core.sql;

/**
 * Reads a script token by token with the lexical rules of one dialect. The tokens are coarse: what matters is where
 * strings, quoted names and comments end, and what the words between them are.
 */
final class SqlLexer {
    /** What kind of token was read. */
    enum Token {
        /** A keyword, an unquoted name or a number; see {@link #keyword()}. */
        WORD,
        /** A string literal, however it is quoted. */
        STRING,
        /** A quoted name. */
        NAME,
        /** Any other single character; see {@link #symbol()}. */
        SYMBOL,
        /** The delimiter in force. */
        DELIMITER,
        /** The border of an executable comment: sent to the database, but no part of the grammar. */
        MARK,
        /** The end of the script. */
        END
    }

    private static final String SEMICOLON = ";";
    private static final int LONGEST_KEYWORD = 32;

    private final TextWindow text;
    private final SqlDialect dialect;
    private final SqlProblems problems;
    private final QuoteSkipper quotes;
    private final CommentSkipper comments;
    private final char[] word = new char[LONGEST_KEYWORD];
    private int wordLength;
    private char symbol;
    private String delimiter = SEMICOLON;
    private boolean afterLineEnd = true;
    private boolean firstOnLine;
    private boolean afterEscapeString;
    private int executableSince;

    SqlLexer(TextWindow text, SqlDialect dialect, SqlProblems problems) {
        this.text = text;
        this.dialect = dialect;
        this.problems = problems;
        this.quotes = new QuoteSkipper(text, problems);
        this.comments = new CommentSkipper(text, dialect, problems);
    }

    /** Goes past white space and comments. */
    void skipNoise() {
        int before = text.line();
        comments.skip(delimiter);
        afterLineEnd |= text.line() > before;
    }

    /** Reads the token at the current character. */
    Token read() {
        firstOnLine = afterLineEnd;
        afterLineEnd = false;
        // PostgreSQL joins string literals across lines, and the rules of the first hold for all
        boolean continued = afterEscapeString && firstOnLine;
        afterEscapeString = false;
        int c = text.peek();
        if (c == TextWindow.END) {
            return end();
        }
        if (atDelimiter()) {
            text.advance(delimiter.length());
            return Token.DELIMITER;
        }
        return switch (c) {
            case '\'' -> continued ? escapeString() : quoted(Token.STRING, '\'', dialect.backslashEscapes());
            case '"' -> quoted(dialect.backslashEscapes() ? Token.STRING : Token.NAME, '"', dialect.backslashEscapes());
            case '`' -> dialect.backtickQuotes() ? quoted(Token.NAME, '`', false) : symbol(c);
            case '[' -> dialect.bracketQuotes() ? quoted(Token.NAME, ']', false) : symbol(c);
            case '$' -> isDollarQuoted() ? Token.STRING : symbol(c);
            case '/' -> comments.isExecutable() ? openExecutable() : symbol(c);
            case '*' -> executableSince > 0 && text.peek(1) == '/' ? closeExecutable() : symbol(c);
            default -> Characters.isWordPart(c) ? word() : symbol(c);
        };
    }

    /** The word just read in upper case, or nothing if it is too long for a keyword. */
    String keyword() {
        return new String(word, 0, wordLength);
    }

    /** The symbol just read. */
    char symbol() {
        return symbol;
    }

    /** Whether the token just read is the first of its line. */
    boolean isFirstOnLine() {
        return firstOnLine;
    }

    boolean hasOwnDelimiter() {
        return !delimiter.equals(SEMICOLON);
    }

    void useDelimiter(String replacement) {
        delimiter = replacement;
    }

    /** The next character that is not blank. */
    int following() {
        int ahead = 0;
        while (Characters.isBlank(text.peek(ahead))) {
            ahead++;
        }
        return text.peek(ahead);
    }

    private boolean atDelimiter() {
        return executableSince == 0 && text.startsWith(delimiter);
    }

    private Token end() {
        if (executableSince > 0) {
            throw problems.unclosed(executableSince, "the comment", "*/");
        }
        return Token.END;
    }

    private Token word() {
        int length = 0;
        boolean ownDelimiter = hasOwnDelimiter();
        int c = text.peek();
        while (Characters.isWordPart(c) && !(ownDelimiter && atDelimiter())) {
            if (length < LONGEST_KEYWORD) {
                word[length] = Characters.upper(c);
            }
            length++;
            text.advance();
            c = text.peek();
        }
        if (c == '\'' && length == 1 && word[0] == 'E' && dialect.escapeStrings()) {
            return escapeString();
        }
        wordLength = length <= LONGEST_KEYWORD ? length : 0;
        return Token.WORD;
    }

    private Token escapeString() {
        afterEscapeString = true;
        return quoted(Token.STRING, '\'', true);
    }

    private Token quoted(Token token, char closing, boolean backslashEscapes) {
        quotes.skip(closing, backslashEscapes);
        return token;
    }

    private boolean isDollarQuoted() {
        return dialect.dollarQuotes() && quotes.skipDollarQuoted(dialect.dollarTags());
    }

    private Token openExecutable() {
        executableSince = text.line();
        text.advancePast('!');
        while (Characters.isDigit(text.peek())) {
            text.advance();
        }
        return Token.MARK;
    }

    private Token closeExecutable() {
        executableSince = 0;
        text.advance(2);
        return Token.MARK;
    }

    private Token symbol(int c) {
        symbol = (char) c;
        text.advance();
        return Token.SYMBOL;
    }
}
