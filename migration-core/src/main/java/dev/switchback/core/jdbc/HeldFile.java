package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.core.port.MigrationLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A lock file that this process holds. */
final class HeldFile extends HeldLock {

    private final LockFile file;
    private final FileChannel channel;
    private final FileChannel witness;
    private final ConnectionSource source;
    private final Optional<Object> identity;

    HeldFile(
            LockFile file,
            JvmClaim claim,
            FileChannel channel,
            FileChannel witness,
            ConnectionSource source,
            DatabaseErrors errors)
            throws IOException {
        super(claim, source, errors);
        this.file = file;
        this.channel = channel;
        this.witness = witness;
        this.source = source;
        this.identity = file.identity();
    }

    @Override
    public void ensureHeld() {
        if (!isOpen() || !channel.isOpen() || !isStillThere()) {
            throw MigrationLockException.lost(file.path() + " is gone");
        }
    }

    private boolean isStillThere() {
        try {
            return file.identity().equals(identity);
        } catch (IOException e) {
            return false;
        }
    }

    /** The database runs in this process: no statement lives longer than it. */
    @Override
    MigrationLock.Cover mark(Connection run) {
        return () -> {};
    }

    /** SQLite has one writer for the whole file: two connections would only be in each other's way. */
    @Override
    Optional<Connection> keeper() throws SQLException {
        if (source.kind() == DatabaseKind.SQLITE) {
            return Optional.empty();
        }
        try {
            return Optional.of(source.open());
        } catch (SQLException e) {
            if (SecondConnection.isUsedUp(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** H2 is the only one of these that has a keeper. */
    @Override
    void introduce(Connection keeper, Connection run) throws SQLException {
        H2Session.introduce(keeper, run);
    }

    @Override
    void putBack(Connection keeper) throws SQLException {
        BoundedClosing.close(keeper);
    }

    @Override
    void free() {
        try {
            // while we still hold it; a waiter that has the file open notices that it is not the one at this path
            if (isStillThere()) {
                Files.deleteIfExists(file.path());
            }
        } catch (IOException e) {
            // a file left behind is harmless: the lock is not the file but the hold on it
        } finally {
            closeQuietly(witness);
            closeQuietly(channel);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is given up anyway
        }
    }
}
