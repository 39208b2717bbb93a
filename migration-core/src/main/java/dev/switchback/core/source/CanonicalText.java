package dev.switchback.core.source;

import dev.switchback.core.sql.ScriptText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * A file's text in the one form that everything is computed on: UTF-8 without a byte order mark, lines ending in LF.
 *
 * @param text the text
 * @param sha256 the hash of its bytes
 */
record CanonicalText(ScriptText text, String sha256) {
    private static final int CHUNK = 8192;

    /**
     * Decodes strictly.
     *
     * @throws MalformedTextException at the first byte that is not UTF-8
     */
    static CanonicalText decode(byte[] raw) throws MalformedTextException {
        return decode(raw, new Sha256());
    }

    /** The same for one of many. */
    static CanonicalText decode(byte[] raw, Sha256 sha256) throws MalformedTextException {
        requireWellFormed(raw);
        int nul = indexOf(raw, (byte) 0);
        if (nul >= 0) {
            throw MalformedTextException.at(raw, nul, "is a NUL byte, which no SQL text has");
        }
        ScriptText text = ScriptText.ofUtf8(raw).canonical();
        return new CanonicalText(text, sha256.hash(text));
    }

    /** The text at once, for files that are never large. */
    String string() {
        return text.string();
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static void requireWellFormed(byte[] raw) throws MalformedTextException {
        if (isAscii(raw)) {
            return;
        }
        // a new decoder reports malformed input instead of replacing it
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(raw);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        CoderResult result = decoder.decode(bytes, chars, true);
        while (result.isOverflow()) {
            chars.clear();
            result = decoder.decode(bytes, chars, true);
        }
        if (result.isError()) {
            throw MalformedTextException.at(raw, bytes.position(), "is not UTF-8");
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
