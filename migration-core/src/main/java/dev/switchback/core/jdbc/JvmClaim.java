package dev.switchback.core.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The right of one thread of this JVM to open a lock file. Kept in the system properties because they are the one place
 * that all class loaders of a JVM share: two applications in one server may each bring their own copy of this class.
 */
final class JvmClaim {

    private static final String PREFIX = "dev.switchback.lock.";

    private final String key;
    private final AtomicBoolean held = new AtomicBoolean(true);

    private JvmClaim(String key) {
        this.key = key;
    }

    /** Null if another thread has it. The folder of the file must exist. */
    static @Nullable JvmClaim tryTake(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path real = folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        String key = PREFIX + real;
        return System.getProperties().putIfAbsent(key, "held") == null ? new JvmClaim(key) : null;
    }

    /** Gives it back. Idempotent. */
    void free() {
        if (held.getAndSet(false)) {
            System.getProperties().remove(key);
        }
    }
}
