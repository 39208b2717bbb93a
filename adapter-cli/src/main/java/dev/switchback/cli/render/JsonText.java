package dev.switchback.cli.render;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.switchback.cli.answer.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** JSON on one line, in ASCII. */
public final class JsonText {
    private JsonText() {}

    /**
     * Writes an object.
     *
     * @param document the object
     * @return its text, without a line end
     */
    public static String of(Document document) {
        try {
            return ascii(JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(document.fields()));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be written as JSON", e);
        }
    }

    /** What is outside ASCII stands in strings only, so it may be escaped; then no character set can spoil it. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7f) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return ascii.toString();
    }
}
