package dev.switchback.core.jdbc.inspect;

/**
 * H2's {@code SCRIPT} writes what is not ASCII, and line ends, as {@code U&'\00e4'}. People write the character itself, and H2
 * reads that too.
 */
final class H2UnicodeText {

    private static final int DIGITS = 4;
    private static final int LONG_DIGITS = 6;
    private static final int HEXADECIMAL = 16;

    private H2UnicodeText() {}

    /** The same with the characters themselves, in strings and in names. */
    static String decoded(String sql) {
        if (!sql.contains("U&")) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            boolean unicode = sql.startsWith("U&'", at) || sql.startsWith("U&\"", at);
            int open = unicode ? at + 2 : at;
            char first = sql.charAt(open);
            if (first == '\'' || first == '"') {
                int end = end(sql, open, first);
                String quoted = sql.substring(open, end);
                text.append(unicode ? characters(quoted) : quoted);
                at = end;
            } else {
                text.append(first);
                at++;
            }
        }
        return text.toString();
    }

    private static int end(String sql, int open, char quote) {
        int end = open + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) == quote) {
                if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
                    return end + 1;
                }
                end++;
            }
            end++;
        }
        return end;
    }

    private static String characters(String quoted) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < quoted.length()) {
            char c = quoted.charAt(at);
            if (c != '\\') {
                text.append(c);
                at++;
            } else if (quoted.charAt(at + 1) == '\\') {
                text.append(c);
                at += 2;
            } else {
                boolean longer = quoted.charAt(at + 1) == '+';
                int from = at + (longer ? 2 : 1);
                at = from + (longer ? LONG_DIGITS : DIGITS);
                text.appendCodePoint(Integer.parseInt(quoted.substring(from, at), HEXADECIMAL));
            }
        }
        return text.toString();
    }
}
