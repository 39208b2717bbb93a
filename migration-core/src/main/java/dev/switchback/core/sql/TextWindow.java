package dev.switchback.core.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/**
 * The part of a script that is in memory: from the first character that is kept, or else the current one, to a little
 * ahead. Drops a byte order mark, makes every line ending LF, and counts lines.
 */
final class TextWindow {
    /** What {@link #peek()} gives after the last character. */
    static final int END = -1;

    private static final int CHUNK = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int NOWHERE = -1;

    private final Reader reader;
    private char[] chars;
    private int position;
    private int limit;
    private int keptFrom = NOWHERE;
    private int keptTo;
    private int line = 1;
    private boolean started;
    private boolean exhausted;
    private boolean afterReturn;

    /** A window on a script, which is read from where the reader stands. */
    TextWindow(Reader reader) {
        this.reader = reader;
        this.chars = new char[CHUNK];
    }

    /** A window on a text that is in memory already. */
    TextWindow(String text) {
        this.reader = new StringReader(text);
        this.chars = new char[Math.min(CHUNK, text.length() + 1)];
    }

    /** The current character, or {@link #END}. */
    int peek() {
        return position < limit || fill() ? chars[position] : END;
    }

    /** The character so many places ahead of the current one, or {@link #END}. */
    int peek(int ahead) {
        while (position + ahead >= limit) {
            if (!fill()) {
                return END;
            }
        }
        return chars[position + ahead];
    }

    boolean atEnd() {
        return position >= limit && !fill();
    }

    boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Goes on by one character; the end stays the end. */
    void advance() {
        if (!atEnd() && chars[position++] == '\n') {
            line++;
        }
    }

    void advance(int count) {
        for (int i = 0; i < count; i++) {
            advance();
        }
    }

    /** Goes past the next occurrence of a character, or to the end and says false. */
    boolean advancePast(char wanted) {
        while (!atEnd()) {
            boolean found = chars[position] == wanted;
            advance();
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next line feed or to the end. */
    void advanceToLineEnd() {
        while (!atEnd() && chars[position] != '\n') {
            position++;
        }
    }

    int line() {
        return line;
    }

    /** Starts the text that {@link #take()} will give at the current character. */
    void keepFromHere() {
        keptFrom = position;
        keptTo = position;
    }

    /** Ends the text that {@link #take()} will give before the current character, until told otherwise. */
    void keepToHere() {
        keptTo = position;
    }

    /** The kept text; nothing is kept afterwards. */
    String take() {
        String kept = new String(chars, keptFrom, keptTo - keptFrom);
        keptFrom = NOWHERE;
        return kept;
    }

    private boolean fill() {
        makeRoom();
        int before = limit;
        while (!exhausted && limit == before) {
            int count = read();
            exhausted = count < 0;
            if (count > 0) {
                limit = normalised(before, count);
            }
        }
        return limit > before;
    }

    private void makeRoom() {
        if (limit < chars.length) {
            return;
        }
        int base = keptFrom == NOWHERE ? position : keptFrom;
        char[] target = limit - base > chars.length / 2 ? new char[chars.length * 2] : chars;
        System.arraycopy(chars, base, target, 0, limit - base);
        chars = target;
        position -= base;
        limit -= base;
        if (keptFrom != NOWHERE) {
            keptFrom = 0;
            keptTo -= base;
        }
    }

    private int read() {
        try {
            return reader.read(chars, limit, chars.length - limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rewrites what was just read in place and gives its new end. */
    private int normalised(int from, int count) {
        int to = from;
        int next = from;
        if (!started) {
            started = true;
            next += chars[from] == BYTE_ORDER_MARK ? 1 : 0;
        }
        for (; next < from + count; next++) {
            char c = chars[next];
            if (c != '\n' || !afterReturn) {
                chars[to++] = c == '\r' ? '\n' : c;
            }
            afterReturn = c == '\r';
        }
        return to;
    }
}
