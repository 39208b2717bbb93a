package dev.switchback.core.jdbc;

import dev.switchback.api.config.LockType;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.LockRule;
import dev.switchback.core.port.MigrationLock;
import java.nio.file.Path;
import java.sql.SQLException;

/** Chooses the lock that fits a database. */
public final class MigrationLocks {

    private MigrationLocks() {}

    /**
     * The lock of a database.
     *
     * @param type which lock is asked for
     * @param source its connections
     * @param settings the schema and the role of the migrations
     * @param errors how failures are told
     * @return the lock; nothing is touched yet
     * @throws dev.switchback.api.error.ConfigurationException if that lock would keep nobody away
     * @throws SQLException if the database cannot be asked what it is
     */
    public static MigrationLock of(
            LockType type, ConnectionSource source, SessionSettings settings, DatabaseErrors errors)
            throws SQLException {
        LockRule.require(type, source.kind(), source.server().isPresent());
        if (type == LockType.NONE) {
            return new NoMigrationLock(source, settings, errors);
        }
        // of the others each database has one
        return switch (Dialect.of(source.kind())) {
            case SQLITE, H2 -> new FileMigrationLock(beside(source), source, errors);
            case POSTGRESQL -> new PostgresMigrationLock(source, settings, errors);
            // what other databases call a schema is a database there
            case MARIADB -> new MariadbMigrationLock(source, settings, errors);
        };
    }

    /** Beside a file; for a database in memory or behind a caller's source, in the folder for temporary files. */
    private static Path beside(ConnectionSource source) {
        return source.file()
                .map(file -> file.resolveSibling(file.getFileName() + ".switchback-lock"))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("switchback-" + JvmClaim.digest(source.lockName()) + ".lock"));
    }
}
