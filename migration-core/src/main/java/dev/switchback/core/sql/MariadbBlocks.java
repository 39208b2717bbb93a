package dev.switchback.core.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Counts the blocks of a stored program of MariaDB or MySQL: BEGIN, CASE (statement and expression), IF, LOOP, REPEAT,
 * WHILE and FOR, each closed by an END. The difficulty is the words that are not blocks: IF and REPEAT are functions
 * too, and {@code begin} and {@code end} are legal names of columns.
 */
final class MariadbBlocks {
    /** After these an IF begins a statement. */
    private static final Set<String> STATEMENT_STARTS =
            Set.of(";", ":", "BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", "FOUND", "SQLEXCEPTION", "SQLWARNING");
    /** Symbols after which a value cannot be expected. */
    private static final Set<String> SYMBOLS_BETWEEN = Set.of(")", ";", ":");

    private static final Set<String> WORDS_BEFORE_VALUES =
            Set.of("AND", "AS", "BY", "NOT", "OR", "SELECT", "SET", "WHEN", "WHERE", "XA");

    /** In a CASE, after these a word is a value. */
    private static final Set<String> VALUE_STARTS = Set.of("CASE", "THEN", "ELSE", "UNTIL");

    private static final class Block {
        private final String kind;
        private final int line;
        private boolean ifBegun;

        Block(String kind, int line) {
            this.kind = kind;
            this.line = line;
        }
    }

    private final Deque<Block> blocks = new ArrayDeque<>();
    private String previous = "";
    private String beforePrevious = "";

    boolean isOpen() {
        return !blocks.isEmpty();
    }

    int openLine() {
        return blocks.getLast().line;
    }

    String openWhat() {
        return "the body after " + blocks.getLast().kind;
    }

    boolean isAfter(String word) {
        return previous.equals(word);
    }

    /** Whether the next word is part of a longer name or a value, because of the symbol before it. */
    boolean isAfterOperator() {
        return previous.length() == 1
                && !Characters.isWordPart(previous.charAt(0))
                && !SYMBOLS_BETWEEN.contains(previous);
    }

    private boolean isOperand() {
        return isAfterOperator() || WORDS_BEFORE_VALUES.contains(previous);
    }

    /** Opens a block with the word just read. */
    void open(String kind, int line) {
        blocks.push(new Block(kind, line));
        pass(kind);
    }

    /** Takes note of a token before the program begins. */
    void pass(String spelling) {
        beforePrevious = previous;
        previous = spelling;
    }

    /** Takes note of a word or a symbol of the program. */
    void accept(String spelling, boolean beforeParenthesis, int line) {
        if (spelling.equals("END")) {
            boolean closing = closes();
            if (closing) {
                blocks.pop();
            }
            pass(closing ? spelling : "");
        } else if (opens(spelling, beforeParenthesis)) {
            push(spelling, line);
            pass(spelling);
        } else {
            noteIf(spelling);
            pass(spelling);
        }
    }

    private void push(String spelling, int line) {
        switch (spelling) {
            case "THEN" -> {
                markIf(false);
                blocks.push(new Block("IF", line));
            }
            case "IN" -> blocks.push(new Block("FOR", line));
            default -> blocks.push(new Block(spelling, line));
        }
    }

    private boolean opens(String word, boolean beforeParenthesis) {
        boolean qualifiesEnd = isAfter("END") || isAfter(".");
        return switch (word) {
            case "BEGIN" -> !isOperand();
            case "CASE", "LOOP", "WHILE" -> !qualifiesEnd;
            case "REPEAT" -> !qualifiesEnd && !beforeParenthesis;
            case "THEN" -> blocks.isEmpty() || blocks.element().ifBegun;
            case "IN" -> beforePrevious.equals("FOR");
            default -> false;
        };
    }

    private boolean closes() {
        if (blocks.isEmpty()) {
            return false;
        }
        return switch (blocks.element().kind) {
            case "CASE", "REPEAT" -> !isOperand() && !VALUE_STARTS.contains(previous);
            default -> isAfter(";") || isAfter("BEGIN");
        };
    }

    private void noteIf(String word) {
        switch (word) {
            case "IF" -> {
                // elsewhere it is the function, perhaps in the condition of an IF that has begun
                if (STATEMENT_STARTS.contains(previous)) {
                    markIf(true);
                }
            }
            case "WHEN", "ELSE", "ELSEIF", ";" -> markIf(false);
            default -> {}
        }
    }

    private void markIf(boolean begun) {
        if (!blocks.isEmpty()) {
            blocks.element().ifBegun = begun;
        }
    }
}
