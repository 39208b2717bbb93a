package dev.switchback.core.domain.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a definition of SQLite. White space and comments are none.
 *
 * @param kind what it is
 * @param text how it is written
 */
public record SqliteToken(Kind kind, String text) {

    /** The kinds. */
    public enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in quotes of any kind; in double quotes it may be a string too. */
        NAME,
        /** A string or a blob. */
        TEXT,
        /** A number. */
        NUMBER,
        /** Anything else, an operator as a whole. */
        SYMBOL
    }

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\\n]*|/\\*.*?(?:\\*/|\\z)"
                    + "|(?<text>[xX]?'(?:[^']++|'')*+')"
                    + "|(?<name>\"(?:[^\"]++|\"\")*+\"|`(?:[^`]++|``)*+`|\\[[^]]*+])"
                    + "|(?<number>0[xX][0-9a-fA-F_]+|(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?)"
                    + "|(?<word>[A-Za-z_[^\\x00-\\x7f]][A-Za-z0-9_$[^\\x00-\\x7f]]*)"
                    + "|(?<symbol>->>|->|\\|\\||<<|>>|<=|>=|<>|==|!=|.)",
            Pattern.DOTALL);

    /**
     * Takes a text apart.
     *
     * @param sql a definition that SQLite has accepted
     * @return its tokens
     */
    public static List<SqliteToken> of(String sql) {
        List<SqliteToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            for (Kind kind : Kind.values()) {
                String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
                if (text != null) {
                    tokens.add(new SqliteToken(kind, text));
                }
            }
        }
        return List.copyOf(tokens);
    }

    /** Whether it is this word without quotes, in any case. */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Whether it is this symbol. */
    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** The name that it is, without quotes. */
    public String name() {
        boolean quoted = kind == Kind.NAME || (kind == Kind.TEXT && text.startsWith("'"));
        if (!quoted) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        String quote = text.substring(text.length() - 1);
        return quote.equals("]") ? inner : inner.replace(quote + quote, quote);
    }

    /** Whether it may be a name. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }
}
