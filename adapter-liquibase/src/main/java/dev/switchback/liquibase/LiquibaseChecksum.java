package dev.switchback.liquibase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Liquibase's checksum of a change set, version 9 (since 4.22), for changes that are SQL text: the MD5 of the changes'
 * MD5s, each without white space, as in <a
 * href="https://docs.liquibase.com/secure/user-guide-5-0/what-are-checksums">Liquibase's manual</a>. MD5 is what the
 * format asks for; {@code migrations.sum} is what guards the files.
 */
final class LiquibaseChecksum {

    /** What checksums that can be computed here start with. */
    static final String PREFIX = "9:";

    private LiquibaseChecksum() {}

    /** The checksum of a change set whose only change is a whole file. */
    static String ofFile(String text) {
        return ofChanges(List.of(text));
    }

    /** The checksum of a change set with one change per text. */
    static String ofChanges(List<String> changes) {
        StringBuilder sums = new StringBuilder();
        changes.forEach(
                change -> sums.append(PREFIX).append(md5(withoutBlanks(change))).append(':'));
        return PREFIX + md5(sums.toString());
    }

    private static String withoutBlanks(String text) {
        IntPredicate blank = c -> c == ' ' || c == '\n' || c == '\r' || c == '\t';
        StringBuilder dense = new StringBuilder(text.length());
        text.chars().filter(blank.negate()).forEach(c -> dense.append((char) c));
        return dense.toString();
    }

    private static String md5(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
