package dev.switchback.core.source;

import dev.switchback.core.sql.ScriptText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. For one thread; to find the algorithm costs more than to hash a usual file. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String hash(ScriptText text) {
        text.update(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(ScriptText text) {
        return new Sha256().hash(text);
    }
}
