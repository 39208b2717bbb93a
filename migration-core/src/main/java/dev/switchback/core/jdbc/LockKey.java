package dev.switchback.core.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The 64-bit number of a lock, made of what it protects. It must never change: old and new builds meet.
 *
 * <p>It is made of nothing that depends on how the database was opened: neither of the name in the URL, which a pooler may
 * translate, nor of the schema, which follows from the role's search_path and changes when a migration creates a schema.
 */
final class LockKey {

    /** PostgreSQL keeps advisory locks per database, so there the number is the same in all of them. */
    static final long POSTGRESQL = of("postgresql", "");

    private LockKey() {}

    static long of(String product, String database) {
        try {
            String what = String.join("\0", "switchback", product, database);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
