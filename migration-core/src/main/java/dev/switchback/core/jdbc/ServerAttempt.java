package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries to take the lock of a server, on one connection for all attempts; then waits for what a dead run has left behind.
 * Not thread-safe.
 */
abstract class ServerAttempt implements Polling.Attempt<MigrationLock.Held>, AutoCloseable {

    private final ConnectionSource source;
    private final String name;
    private final AnswerLimit limit;
    private final DatabaseErrors errors;
    private @Nullable JvmClaim claim;
    private @Nullable Connection connection;
    private boolean locked;
    private Optional<LockHolder> blocker = Optional.empty();

    /**
     * Begins with nothing.
     *
     * @param source where the connection comes from
     * @param name what the lock is called in this JVM
     * @param limit how long the server may take for an answer, as long as the lock is held
     * @param errors how a refused connection is told
     */
    ServerAttempt(ConnectionSource source, String name, AnswerLimit limit, DatabaseErrors errors) {
        this.source = source;
        this.name = name;
        this.limit = limit;
        this.errors = errors;
    }

    /** Takes the lock if it is free. */
    abstract boolean tryLock(Connection connection) throws SQLException;

    /** Who has it; asked after each attempt that failed, and leaves nothing open on the connection. */
    abstract Optional<LockHolder> holder(Connection connection) throws SQLException;

    /** What a dead run has left behind; asked while the lock is held. */
    abstract Optional<LockHolder> leftover(Connection connection) throws SQLException;

    /** The lock that this connection holds now. */
    abstract MigrationLock.Held held(Connection connection, JvmClaim claim) throws SQLException;

    /** Frees the lock, if it is held, before the connection is closed. */
    abstract void free(Connection connection) throws SQLException;

    @Override
    public final Optional<MigrationLock.Held> tryOnce() throws SQLException {
        JvmClaim own = claim == null ? JvmClaim.tryTake(name) : claim;
        claim = own;
        if (own == null) {
            // who else of this process only waits as we do tells nothing about the holder
            blocker = JvmClaim.isHeld(name) ? Optional.of(ProcessName.own().thread()) : Optional.empty();
            return Optional.empty();
        }
        Connection kept = connection;
        if (kept != null) {
            try {
                return tryOn(kept, own);
            } catch (SQLException e) {
                // the server may have been restarted while we waited: once more, on a new connection
                disconnect();
            }
        }
        LockConnection opened = new LockConnection(errors.opened(source), limit);
        connection = opened;
        return tryOn(opened.limited(), own);
    }

    private Optional<MigrationLock.Held> tryOn(Connection on, JvmClaim own) throws SQLException {
        if (!locked) {
            locked = tryLock(on);
            if (!locked) {
                blocker = holder(on);
                return Optional.empty();
            }
        }
        blocker = leftover(on);
        if (blocker.isPresent()) {
            return Optional.empty();
        }
        MigrationLock.Held held = held(on, own);
        own.hold();
        connection = null;
        claim = null;
        return Optional.of(held);
    }

    @Override
    public final Optional<LockHolder> blocker() {
        return blocker;
    }

    /** Frees and closes what was not handed out. */
    @Override
    public final void close() {
        disconnect();
        if (claim != null) {
            claim.free();
        }
    }

    private void disconnect() {
        Connection kept = connection;
        connection = null;
        locked = false;
        if (kept != null) {
            try (kept) {
                free(kept);
            } catch (SQLException e) {
                // the server frees the lock with the connection
            }
        }
    }
}
