package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tokens of one statement outside of parentheses: words in upper case, symbols as they are, strings and quoted
 * names as a quote sign. Of most statements only the first few are read.
 */
final class StatementWords {
    /** How many tokens tell what a statement is, if its first word is not one of the others. */
    private static final int HEAD = 8;

    private static final Set<String> READ_TO_THE_END = Set.of("ALTER", "DELETE", "REINDEX", "SET", "UPDATE", "WITH");

    private final List<String> words;

    private StatementWords(List<String> words) {
        this.words = words;
    }

    static StatementWords of(SqlDialect dialect, String sql) {
        return read(dialect, sql, false);
    }

    /** All tokens, of every statement. */
    static StatementWords whole(SqlDialect dialect, String sql) {
        return read(dialect, sql, true);
    }

    private static StatementWords read(SqlDialect dialect, String sql, boolean whole) {
        SqlLexer lexer = new SqlLexer(new TextWindow(sql), dialect, new SqlProblems("a single statement"));
        List<String> words = new ArrayList<>();
        int depth = 0;
        while (whole || words.size() < HEAD || READ_TO_THE_END.contains(words.get(0))) {
            lexer.skipNoise();
            Token token = lexer.read();
            if (token == Token.END) {
                break;
            }
            String spelling = spelling(token, lexer);
            // the options of REINDEX matter, and it has no other parentheses
            boolean opens = spelling.equals("(") && !isReindex(words);
            boolean closes = spelling.equals(")") && depth > 0;
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth == 0 && !closes && token != Token.MARK) {
                words.add(spelling);
            }
        }
        return new StatementWords(words);
    }

    private static boolean isReindex(List<String> words) {
        return !words.isEmpty() && words.get(0).equals("REINDEX");
    }

    private static String spelling(Token token, SqlLexer lexer) {
        return switch (token) {
            case WORD -> lexer.keyword();
            case SYMBOL -> String.valueOf(lexer.symbol());
            case DELIMITER -> ";";
            case STRING, NAME, MARK, END -> "'";
        };
    }

    /** The token at a place from 0, or nothing after the last. */
    String at(int index) {
        return index >= 0 && index < words.size() ? words.get(index) : "";
    }

    /** Whether the statement begins with these words. */
    boolean begin(String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!at(i).equals(expected[i])) {
                return false;
            }
        }
        return true;
    }

    boolean contain(String word) {
        return words.contains(word);
    }

    int indexOf(String word) {
        return words.indexOf(word);
    }

    int size() {
        return words.size();
    }
}
