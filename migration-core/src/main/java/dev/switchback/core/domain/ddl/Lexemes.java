package dev.switchback.core.domain.ddl;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts canonical DDL into its smallest parts: quoted names, strings, words, comments, white space, single characters. Put
 * together again, they are the text. Only for text that a database gives back; scripts of people need the splitter.
 */
public final class Lexemes {

    private final String sql;
    private final char quote;
    private final boolean backslashes;
    private final List<String> found = new ArrayList<>();
    private int at;

    private Lexemes(String sql, char quote, boolean backslashes) {
        this.sql = sql;
        this.quote = quote;
        this.backslashes = backslashes;
    }

    /**
     * The parts of a text in which names are in backticks, and a backslash escapes in strings.
     *
     * @param sql the text
     * @return its parts, in order
     */
    public static List<String> ofMariadb(String sql) {
        return new Lexemes(sql, '`', true).all();
    }

    /**
     * The parts of a text in which names are in double quotes.
     *
     * @param sql the text
     * @return its parts, in order
     */
    public static List<String> ofStandard(String sql) {
        return new Lexemes(sql, '"', false).all();
    }

    /**
     * Whether a part is a name in quotes.
     *
     * @param lexeme a part
     * @return whether it begins with a backtick or a double quote
     */
    public static boolean isName(String lexeme) {
        return lexeme.length() > 2 && (lexeme.charAt(0) == '`' || lexeme.charAt(0) == '"');
    }

    /**
     * A name without its quotes.
     *
     * @param lexeme a part for which {@link #isName} holds
     * @return the name
     */
    public static String name(String lexeme) {
        String quote = lexeme.substring(0, 1);
        return lexeme.substring(1, lexeme.length() - 1).replace(quote + quote, quote);
    }

    /**
     * Where a parenthesis is closed.
     *
     * @param lexemes the parts
     * @param open the index of the opening one
     * @return the index of the closing one; the last index if there is none
     */
    public static int closing(List<String> lexemes, int open) {
        int depth = 0;
        for (int i = open; i < lexemes.size(); i++) {
            String lexeme = lexemes.get(i);
            if (lexeme.equals("(")) {
                depth++;
            } else if (lexeme.equals(")") && --depth == 0) {
                return i;
            }
        }
        return lexemes.size() - 1;
    }

    private List<String> all() {
        while (at < sql.length()) {
            int end = end(sql.charAt(at));
            found.add(sql.substring(at, end));
            at = end;
        }
        return List.copyOf(found);
    }

    private int end(char first) {
        if (first == quote) {
            return quoted(first, false);
        }
        if (first == '\'') {
            return quoted(first, backslashes);
        }
        if (sql.startsWith("/*", at)) {
            int close = sql.indexOf("*/", at + 2);
            return close < 0 ? sql.length() : close + 2;
        }
        if (Character.isWhitespace(first)) {
            return run(true);
        }
        return isWord(first) ? run(false) : at + 1;
    }

    private int run(boolean space) {
        int end = at + 1;
        while (end < sql.length() && (space ? Character.isWhitespace(sql.charAt(end)) : isWord(sql.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
    }

    private int quoted(char close, boolean escapes) {
        int end = at + 1;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            if (escapes && c == '\\') {
                end++;
            } else if (c == close) {
                if (end + 1 >= sql.length() || sql.charAt(end + 1) != close) {
                    return end + 1;
                }
                end++;
            }
            end++;
        }
        return sql.length();
    }
}
