package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * PostgreSQL: semicolons are inside a statement in parentheses (rules) and between BEGIN ATOMIC and END (SQL-standard
 * functions), where only CASE has an END of its own. The same rules as psql's, but for BEGIN, which alone is a word like
 * any other.
 */
final class PostgresqlBody implements StatementBody {
    private enum Head {
        START,
        CREATE,
        ROUTINE,
        COPY,
        PLAIN
    }

    private Head head = Head.START;
    private final Deque<Integer> blocks = new ArrayDeque<>();
    private int parentheses;
    private int parenthesisLine;
    private boolean fromStdin;
    private String previous = "";

    @Override
    public void accept(Token token, SqlLexer lexer, int line) {
        if (token == Token.SYMBOL) {
            countParenthesis(lexer.symbol(), line);
            previous = lexer.symbol() == '.' ? "." : "";
        } else if (head != Head.PLAIN) {
            String word = token == Token.WORD ? lexer.keyword() : "";
            follow(word, line);
            previous = word;
        }
    }

    @Override
    public boolean isOpen() {
        return parentheses > 0 || !blocks.isEmpty();
    }

    @Override
    public int openLine() {
        return blocks.isEmpty() ? parenthesisLine : blocks.getLast();
    }

    @Override
    public String openAdvice() {
        return blocks.isEmpty() ? "close it with )" : "close it with END";
    }

    @Override
    public String openWhat() {
        return blocks.isEmpty() ? "the parenthesis" : "the body after BEGIN ATOMIC";
    }

    @Override
    public boolean copiesFromStdin() {
        return fromStdin;
    }

    private void countParenthesis(char symbol, int line) {
        if (symbol == '(') {
            parenthesisLine = parentheses == 0 ? line : parenthesisLine;
            parentheses++;
        } else if (symbol == ')') {
            parentheses--;
        }
    }

    private void follow(String word, int line) {
        switch (head) {
            case START ->
                head = switch (word) {
                    case "CREATE" -> Head.CREATE;
                    case "COPY" -> Head.COPY;
                    default -> Head.PLAIN;
                };
            case CREATE ->
                head = switch (word) {
                    case "OR", "REPLACE" -> Head.CREATE;
                    case "FUNCTION", "PROCEDURE" -> Head.ROUTINE;
                    default -> Head.PLAIN;
                };
            case COPY -> fromStdin |= parentheses == 0 && word.equals("STDIN") && previous.equals("FROM");
            case ROUTINE -> followRoutine(word, line);
            case PLAIN -> {}
        }
    }

    private void followRoutine(String word, int line) {
        boolean isName = previous.equals(".") || previous.equals("AS");
        boolean opensBody = word.equals("ATOMIC") && previous.equals("BEGIN") && blocks.isEmpty();
        boolean opensCase = word.equals("CASE") && !blocks.isEmpty() && !isName;
        if (opensBody || opensCase) {
            blocks.push(line);
        } else if (word.equals("END") && !blocks.isEmpty() && !isName) {
            blocks.pop();
        }
    }
}
