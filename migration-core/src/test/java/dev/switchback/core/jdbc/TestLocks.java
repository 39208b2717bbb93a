package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.config.LockType;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.core.redaction.SecretRedaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Locks as another process would open them. */
final class TestLocks {

    private TestLocks() {}

    static ConnectionSource source(String url) {
        return new UrlConnections(DatabaseUrl.parse(url), Duration.ofSeconds(5));
    }

    static MigrationLock of(String url) throws SQLException {
        return of(source(url));
    }

    static MigrationLock of(ConnectionSource source) throws SQLException {
        return of(source, SessionSettings.NONE);
    }

    static MigrationLock of(ConnectionSource source, SessionSettings settings) throws SQLException {
        return inThisProcess(OtherProcess.of(source), settings);
    }

    /** A lock that knows what other threads of this process hold. */
    static MigrationLock inThisProcess(ConnectionSource source, SessionSettings settings) throws SQLException {
        return MigrationLocks.of(
                LockType.AUTO, source, settings, new DatabaseErrors(SecretRedaction.of(Set.of(), Map.of())));
    }

    /** Takes it, patiently. */
    static MigrationLock.Held take(MigrationLock lock, Duration timeout) {
        return lock.acquire(timeout, (waited, holder) -> true).orElseThrow();
    }
}
