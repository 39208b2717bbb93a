package dev.switchback.core.source;

import java.io.IOException;

/** A file is not UTF-8 text. */
final class MalformedTextException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    private MalformedTextException(int line, int column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    static MalformedTextException at(byte[] raw, int offset, String reason) {
        if (raw.length > 1 && (isUtf16(raw[0], raw[1]) || isUtf16(raw[1], raw[0]))) {
            return new MalformedTextException(1, 1, "begins with the mark of UTF-16");
        }
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (raw[i] == '\n' || (raw[i] == '\r' && raw[i + 1] != '\n')) {
                line++;
                lineStart = i + 1;
            }
        }
        return new MalformedTextException(line, offset - lineStart + 1, reason);
    }

    private static boolean isUtf16(byte first, byte second) {
        return first == (byte) 0xFE && second == (byte) 0xFF;
    }

    /** Line and byte in that line, both from 1, as {@code 3:14}. */
    String position() {
        return line + ":" + column;
    }

    /** What is wrong, as the rest of a sentence that begins with the byte. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
