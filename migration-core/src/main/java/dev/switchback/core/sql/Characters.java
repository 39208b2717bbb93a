package dev.switchback.core.sql;

/** What the characters of a script are to all four databases, whatever the default locale. */
final class Characters {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int ASCII_END = 0x80;

    private Characters() {}

    /** White space, and what editors and concatenated files leave behind: such text alone is no statement. */
    static boolean isBlank(int c) {
        if (c < ASCII_END) {
            return c >= 0 && c <= ' ';
        }
        return c == NO_BREAK_SPACE || c == BYTE_ORDER_MARK || Character.isWhitespace(c);
    }

    /** Part of a keyword, an unquoted name or a number. */
    static boolean isWordPart(int c) {
        return isNamePart(c) || c == '$';
    }

    /** Part of the tag of a dollar quote. */
    static boolean isNamePart(int c) {
        if (c >= ASCII_END) {
            return !isBlank(c);
        }
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Upper case for ASCII letters only: keywords have no others, and no locale may change them. */
    static char upper(int c) {
        return (char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
}
