package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.MigrationLock;
import java.io.IOException;
import java.time.Duration;

/** A process that takes the lock of a database, says so, and holds it until its input ends. */
final class LockHolder {

    static final String HELD = "held";

    private LockHolder() {}

    public static void main(String[] args) throws Exception {
        UrlConnections source = new UrlConnections(DatabaseUrl.parse(args[0]), Duration.ofSeconds(5));
        try (MigrationLock.Held held =
                MigrationLocks.of(source).acquire(Duration.ofSeconds(20), MigrationListener.silent())) {
            held.ensureHeld();
            System.out.println(HELD);
            System.out.flush();
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() throws IOException {
        while (System.in.read() >= 0) {
            // whoever started us tells us to stop by closing the pipe
        }
    }
}
