package dev.switchback.core.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right of one thread of this JVM to ask for a lock: only it opens the lock file, and only it keeps a connection while
 * it waits, so that many threads cannot take the whole pool away from the one that works. Kept in the system properties
 * because they are the one place that all class loaders of a JVM share: two applications in one server may each bring
 * their own copy of this class. By a digest, because anybody may look at them and a name can be a URL with a password.
 */
final class JvmClaim {

    private static final String PREFIX = "dev.switchback.lock.";
    private static final String ASKING = "asking";
    private static final String HOLDING = "held";
    private static final String LOOKING = "looking";

    /** A look takes less than a millisecond; this is many times that, and no wait that anybody notices. */
    private static final int LOOKS_AT_MOST = 100;

    private static final long LOOK_NANOS = 100_000;

    private final String key;
    private final AtomicBoolean claimed = new AtomicBoolean(true);

    private JvmClaim(String key) {
        this.key = key;
    }

    /** What a lock file is called here. Its folder must exist. */
    static String nameOf(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path real = folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        return real.toString();
    }

    /** To ask for the lock, and then to hold it; null if another thread has the right. */
    static @Nullable JvmClaim tryTake(String name) {
        return claim(name, ASKING);
    }

    /** To open the lock file for a moment and see who holds it; null if another thread has the right. */
    static @Nullable JvmClaim toLook(String name) {
        return claim(name, LOOKING);
    }

    private static @Nullable JvmClaim claim(String name, String what) {
        String key = keyOf(name);
        Object before = System.getProperties().putIfAbsent(key, what);
        for (int i = 0; LOOKING.equals(before) && i < LOOKS_AT_MOST; i++) {
            LockSupport.parkNanos(LOOK_NANOS);
            before = System.getProperties().putIfAbsent(key, what);
        }
        return before == null ? new JvmClaim(key) : null;
    }

    /** Whether another thread does not only ask for the lock, but holds it. */
    static boolean isHeld(String name) {
        return HOLDING.equals(System.getProperties().get(keyOf(name)));
    }

    private static String keyOf(String name) {
        return PREFIX + digest(name);
    }

    /** Short, the same in every process, and nothing that a name could be read from. */
    static String digest(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Says that the lock is held now. */
    void hold() {
        System.getProperties().put(key, HOLDING);
    }

    /** Gives the right back. Idempotent. */
    void free() {
        if (claimed.getAndSet(false)) {
            System.getProperties().remove(key);
        }
    }
}
