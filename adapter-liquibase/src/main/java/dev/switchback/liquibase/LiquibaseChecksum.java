package dev.switchback.liquibase;

import dev.switchback.core.sql.ScriptText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Liquibase's checksum of a change set, version 9 (since 4.22), for changes that are SQL text: the MD5 of the changes'
 * MD5s, each without white space, as in <a
 * href="https://docs.liquibase.com/secure/user-guide-5-0/what-are-checksums">Liquibase's manual</a>. MD5 is what the
 * format asks for; {@code migrations.sum} is what guards the files.
 */
final class LiquibaseChecksum {

    /** What checksums that can be computed here start with. */
    static final String PREFIX = "9:";

    private static final int PIECE = 8192;

    private LiquibaseChecksum() {}

    /** The checksum of a change set whose only change is a whole file. */
    static String ofFile(ScriptText text) {
        return PREFIX + md5(ScriptText.of(sum(text)));
    }

    /** The checksum of a change set with one change per text. */
    static String ofChanges(List<String> changes) {
        StringBuilder sums = new StringBuilder();
        changes.forEach(change -> sums.append(sum(ScriptText.of(change))));
        return PREFIX + md5(ScriptText.of(sums.toString()));
    }

    private static String sum(ScriptText change) {
        return PREFIX + md5(change) + ":";
    }

    /** Of the text without white space, piece by piece: a script can be large, and there are many of them. */
    private static String md5(ScriptText text) {
        MessageDigest digest = md5();
        byte[] some = new byte[Math.min(PIECE, text.size() + 1)];
        try (InputStream in = text.bytes()) {
            for (int count = in.read(some); count > 0; count = in.read(some)) {
                digest.update(some, 0, withoutBlanks(some, count));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Moves the bytes together, and says how many are left; in UTF-8 a blank is no part of another character. */
    private static int withoutBlanks(byte[] bytes, int count) {
        int length = 0;
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                bytes[length++] = b;
            }
        }
        return length;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
