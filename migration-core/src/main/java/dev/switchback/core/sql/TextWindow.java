package dev.switchback.core.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/**
 * The part of a script that is at hand: from the first character that is kept, or else the current one, to a little ahead.
 * Counts lines, which end with LF.
 */
final class TextWindow {
    /** What {@link #peek()} gives after the last character. */
    static final int END = -1;

    private static final int CHUNK = 16 * 1024;
    private static final int LARGE = 64 * CHUNK;
    private static final int NOWHERE = -1;

    private final Reader reader;
    /** How many characters the text has at most. */
    private final int length;

    private char[] chars;
    private int position;
    private int limit;
    private int keptFrom = NOWHERE;
    private int keptTo;
    private int line = 1;
    /** How many characters of the text lie before the first one at hand. */
    private long gone;
    /** How many bytes the text has in UTF-8 before the character at {@link #counted}. */
    private long bytes;

    private int counted;

    private boolean exhausted;

    /** A window at the beginning of a script. */
    TextWindow(ScriptText script) {
        this(script.open(), script.size());
    }

    /** A window at the beginning of a text. */
    TextWindow(String text) {
        this(new StringReader(text), text.length());
    }

    private TextWindow(Reader reader, int length) {
        this.reader = reader;
        this.length = length;
        this.chars = new char[Math.min(CHUNK, length + 1)];
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

    /** Keeps nothing any more. */
    void drop() {
        keptFrom = NOWHERE;
    }

    /** How many characters are kept. */
    int keptLength() {
        return position - keptFrom;
    }

    /** How many characters lie before the current one. */
    long offset() {
        return gone + position;
    }

    /** The same in bytes of UTF-8: from there the text can be read again without all that is before. */
    long byteOffset() {
        count(position);
        return bytes;
    }

    /** Each character once, however often somebody asks. */
    private void count(int to) {
        for (; counted < to; counted++) {
            char c = chars[counted];
            // of a pair of surrogates, which has four bytes, each has two
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
    }

    private boolean fill() {
        makeRoom();
        int before = limit;
        while (!exhausted && limit == before) {
            int count = read();
            exhausted = count < 0;
            limit += Math.max(0, count);
        }
        return limit > before;
    }

    private void makeRoom() {
        if (limit < chars.length) {
            return;
        }
        int base = keptFrom == NOWHERE ? position : keptFrom;
        int needed = limit - base;
        char[] target = chars;
        if (needed > chars.length / 2) {
            // no more than the text can still have: a long statement needs its own length, and not up to twice that
            target = new char[(int) Math.min(chars.length * 2L, length + 1L - gone - base)];
        } else if (needed < CHUNK / 2 && chars.length > LARGE) {
            // a long statement is past
            target = new char[CHUNK];
        }
        count(base);
        System.arraycopy(chars, base, target, 0, needed);
        gone += base;
        counted -= base;
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
}
