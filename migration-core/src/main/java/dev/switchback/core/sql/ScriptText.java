package dev.switchback.core.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The text of a script. It is held as UTF-8 and read from there: a script can be large, and as a {@link String} it would
 * take twice the room as soon as one of its characters is not Latin. Immutable; {@link #toString()} does not show it,
 * because the values of placeholders in it may be secret.
 */
public final class ScriptText {
    /** Up to here a String is quicker. */
    private static final int SMALL = 1 << 16;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final byte[] NOTHING = {};

    private final byte[] utf8;
    private final @Nullable MadeOnce made;

    private ScriptText(byte[] utf8, @Nullable MadeOnce made) {
        this.utf8 = utf8;
        this.made = made;
    }

    private ScriptText(byte[] utf8) {
        this(utf8, null);
    }

    /** A text. */
    public static ScriptText of(String text) {
        return new ScriptText(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A text of a file.
     *
     * @param utf8 its bytes, well-formed; kept and not copied, so the caller must not change them afterwards
     */
    public static ScriptText ofUtf8(byte[] utf8) {
        return new ScriptText(Objects.requireNonNull(utf8, "utf8"));
    }

    /**
     * A text that is made of something else, and only when it is needed: not for who merely looks at what there is. Every
     * method that reads it can throw what the maker throws.
     *
     * @param maker called once, or again if it failed; throws {@link SqlSyntaxProblem} if no text can be made
     */
    public static ScriptText generated(Supplier<String> maker) {
        return new ScriptText(NOTHING, new MadeOnce(maker));
    }

    /** Whether it is made of something else, so that nobody has written it as it is. */
    public boolean isGenerated() {
        return made != null;
    }

    private byte[] utf8() {
        return made == null ? utf8 : made.get();
    }

    /** Reads it from the beginning; need not be closed. */
    public Reader open() {
        return size() <= SMALL ? new StringReader(string()) : open(0);
    }

    /** Reads it from some byte on, with which a character begins; need not be closed. */
    Reader open(long fromByte) {
        int from = (int) fromByte;
        return new InputStreamReader(new ByteArrayInputStream(utf8(), from, size() - from), StandardCharsets.UTF_8);
    }

    /** Its bytes in UTF-8, for checksums; need not be closed. */
    public InputStream bytes() {
        return new ByteArrayInputStream(utf8());
    }

    /** Hashes its bytes in UTF-8. */
    public void update(MessageDigest digest) {
        digest.update(utf8());
    }

    /** How many bytes it has in UTF-8. */
    public int size() {
        return utf8().length;
    }

    /**
     * The text without a byte order mark and with LF at the end of every line; itself where it is like that. On bytes,
     * because it can be large: in UTF-8 none of these is ever a part of another character.
     */
    public ScriptText canonical() {
        byte[] utf8 = utf8();
        boolean marked = startsWithMark(utf8);
        if (!marked && !contains('\r')) {
            return this;
        }
        byte[] canonical = new byte[utf8.length];
        int length = 0;
        for (int i = marked ? MARK.length : 0; i < utf8.length; i++) {
            boolean endsLineAlready = utf8[i] == '\n' && i > 0 && utf8[i - 1] == '\r';
            if (!endsLineAlready) {
                canonical[length++] = utf8[i] == '\r' ? (byte) '\n' : utf8[i];
            }
        }
        return new ScriptText(Arrays.copyOf(canonical, length));
    }

    private static boolean startsWithMark(byte[] utf8) {
        return utf8.length >= MARK.length && Arrays.equals(utf8, 0, MARK.length, MARK, 0, MARK.length);
    }

    /** Whether a character of ASCII occurs in it. */
    public boolean contains(char ascii) {
        for (byte b : utf8()) {
            if (b == ascii) {
                return true;
            }
        }
        return false;
    }

    /** So many characters from the beginning, or all there are. */
    public String beginning(int characters) {
        char[] beginning = new char[characters];
        int length = 0;
        try {
            Reader reader = open();
            for (int count = 0; count >= 0 && length < characters; length += Math.max(0, count)) {
                count = reader.read(beginning, length, characters - length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(beginning, 0, length);
    }

    /** The whole text at once. */
    public String string() {
        return new String(utf8(), StandardCharsets.UTF_8);
    }

    /** Whether the text is the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ScriptText that && Arrays.equals(utf8(), that.utf8());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8());
    }

    @Override
    public String toString() {
        return isGenerated() ? "ScriptText[generated]" : "ScriptText[" + size() + " bytes]";
    }
}
