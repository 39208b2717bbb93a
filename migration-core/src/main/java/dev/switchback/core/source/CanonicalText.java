package dev.switchback.core.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A file's text in the one form that everything is computed on: UTF-8 without a byte order mark, lines ending in LF.
 *
 * @param text the text
 * @param sha256 the hash of its bytes
 */
record CanonicalText(String text, String sha256) {

    /**
     * Decodes strictly.
     *
     * @throws MalformedTextException at the first byte that is not UTF-8
     */
    static CanonicalText decode(byte[] raw) throws MalformedTextException {
        String decoded = strict(raw);
        int nul = decoded.indexOf('\0');
        if (nul >= 0) {
            int offset = decoded.substring(0, nul).getBytes(StandardCharsets.UTF_8).length;
            throw MalformedTextException.at(raw, offset, "is a NUL byte, which no SQL text has");
        }
        boolean marked = decoded.startsWith("\uFEFF");
        if (!marked && decoded.indexOf('\r') < 0) {
            return new CanonicalText(decoded, Sha256.of(raw));
        }
        String text = decoded.substring(marked ? 1 : 0).replace("\r\n", "\n").replace('\r', '\n');
        return new CanonicalText(text, Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String strict(byte[] raw) throws MalformedTextException {
        // a new decoder reports malformed input instead of replacing it
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(raw);
        try {
            return decoder.decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw MalformedTextException.at(raw, bytes.position(), "is not UTF-8");
        }
    }
}
