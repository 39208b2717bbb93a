package dev.switchback.core.sql;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * The rows that follow a {@code COPY … FROM stdin}: one line each with its LF, without the final {@code \.}. Many rows are
 * not copied, but read from the script again. Immutable; its text form does not show the rows.
 */
public final class CopyData {
    private final ScriptText script;
    private final long fromByte;
    private final long length;

    private CopyData(ScriptText script, long fromByte, long length) {
        this.script = Objects.requireNonNull(script, "script");
        this.fromByte = fromByte;
        this.length = length;
    }

    /** Rows by themselves. */
    public static CopyData of(String rows) {
        return new CopyData(ScriptText.of(rows), 0, rows.length());
    }

    /**
     * Rows where they are in a script.
     *
     * @param fromByte where they begin, in bytes
     * @param length how many characters they have
     */
    static CopyData in(ScriptText script, long fromByte, long length) {
        return new CopyData(script, fromByte, length);
    }

    /** How many characters the rows have. */
    public long length() {
        return length;
    }

    /** Reads the rows from the first on; need not be closed. */
    public Reader open() {
        return new Region(script.open(fromByte), length);
    }

    /** Adds the rows to a digest, in UTF-8, without holding them all. */
    public void digest(MessageDigest digest) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        CharBuffer some = CharBuffer.allocate(8192);
        ByteBuffer bytes = ByteBuffer.allocate(3 * some.capacity());
        try (Reader reader = open()) {
            boolean last;
            do {
                last = reader.read(some) < 0;
                some.flip();
                encoder.encode(some, bytes, last);
                // half of a pair of surrogates waits for the other
                some.compact();
                digest.update(bytes.flip());
                bytes.clear();
            } while (!last);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    /** All rows at once. */
    public String text() {
        StringBuilder rows = new StringBuilder();
        try {
            char[] some = new char[8192];
            Reader reader = open();
            for (int count = reader.read(some); count > 0; count = reader.read(some)) {
                rows.append(some, 0, count);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
        return rows.toString();
    }

    /** Whether the rows are the same, wherever they are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CopyData that && length == that.length && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return "CopyData[" + length + " characters]";
    }

    private static final class Region extends Reader {
        private final Reader reader;
        private long left;

        Region(Reader reader, long length) {
            this.reader = reader;
            this.left = length;
        }

        @Override
        public int read(char[] target, int offset, int count) throws IOException {
            int wanted = (int) Math.min(count, left);
            if (wanted == 0) {
                return count == 0 ? 0 : -1;
            }
            int given = reader.read(target, offset, wanted);
            left -= Math.max(0, given);
            return given;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
