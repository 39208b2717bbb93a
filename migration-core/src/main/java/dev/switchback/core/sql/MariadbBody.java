package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;

/**
 * MariaDB and MySQL without DELIMITER: a stored program or a compound statement ends where its outermost block does.
 * This class recognises the heads; {@link MariadbBlocks} counts the blocks. Packages and the other forms of
 * {@code sql_mode=ORACLE} need DELIMITER.
 */
final class MariadbBody implements StatementBody {
    private enum Head {
        START,
        CREATE,
        DEFINER,
        BEGIN,
        PROGRAM,
        PLAIN
    }

    private Head head = Head.START;
    private final MariadbBlocks blocks = new MariadbBlocks();

    @Override
    public void accept(Token token, SqlLexer lexer, int line) {
        if (head == Head.PLAIN || token == Token.MARK) {
            return;
        }
        String spelling = spelling(token, lexer);
        if (head != Head.PROGRAM && token == Token.WORD && !blocks.isAfterOperator()) {
            head = next(spelling);
        }
        if (head != Head.PROGRAM) {
            blocks.pass(spelling);
        } else if (spelling.equals("ATOMIC") && blocks.isAfter("NOT")) {
            blocks.open("BEGIN", line);
        } else {
            blocks.accept(spelling, lexer.following() == '(', line);
        }
    }

    @Override
    public boolean isOpen() {
        return blocks.isOpen();
    }

    @Override
    public int openLine() {
        return blocks.openLine();
    }

    @Override
    public String openAdvice() {
        return "close it with its END, or set the whole statement between two DELIMITER commands";
    }

    @Override
    public String openWhat() {
        return blocks.openWhat();
    }

    private static String spelling(Token token, SqlLexer lexer) {
        return switch (token) {
            case WORD -> lexer.keyword();
            case SYMBOL -> String.valueOf(lexer.symbol());
            case DELIMITER -> ";";
            case STRING, NAME, MARK, END -> "";
        };
    }

    private Head next(String word) {
        return switch (head) {
            case START ->
                switch (word) {
                    case "CREATE", "ALTER" -> Head.CREATE;
                    case "BEGIN" -> Head.BEGIN;
                    case "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR" -> Head.PROGRAM;
                    default -> Head.PLAIN;
                };
            case CREATE, DEFINER ->
                switch (word) {
                    case "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT" -> Head.PROGRAM;
                    case "OR", "REPLACE", "AGGREGATE" -> head;
                    case "DEFINER" -> Head.DEFINER;
                    case "SQL", "VIEW" -> Head.PLAIN;
                    // a definer may have any name
                    default -> head == Head.DEFINER ? head : Head.PLAIN;
                };
            // a BEGIN of its own is a transaction
            case BEGIN ->
                switch (word) {
                    case "NOT" -> Head.BEGIN;
                    case "ATOMIC" -> Head.PROGRAM;
                    default -> Head.PLAIN;
                };
            case PROGRAM, PLAIN -> head;
        };
    }
}
