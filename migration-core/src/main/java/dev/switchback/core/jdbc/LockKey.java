package dev.switchback.core.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The 64-bit number of an advisory lock, made of what it protects. It must never change: old and new builds meet. */
final class LockKey {
    private LockKey() {}

    static long of(String product, String database, String schema) {
        try {
            String what = String.join("\0", "switchback", product, database, schema);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
