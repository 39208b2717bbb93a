package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No lock of ours. The engine's own lock is taken all the same, on a connection that is opened for it alone: what keeps a
 * plain engine out does not hang on the kind of lock that we cannot have here.
 */
final class HeldNothing extends HeldLock {

    private final ConnectionSource source;
    private final SessionSettings settings;
    private final DatabaseErrors errors;
    private @Nullable SessionControl control;

    HeldNothing(ConnectionSource source, SessionSettings settings, DatabaseErrors errors) {
        super(null, source, errors);
        this.source = source;
        this.settings = settings;
        this.errors = errors;
    }

    @Override
    public void ensureHeld() {
        // there is nothing that could be lost
    }

    /** Nobody looks for the session: who comes next does not wait for what this run may leave behind. */
    @Override
    MigrationLock.Cover mark(Connection run) {
        return () -> {};
    }

    @Override
    Optional<Connection> keeper() throws SQLException {
        // SQLite has one writer for the whole file: two connections would only be in each other's way
        if (dialect() == Dialect.SQLITE) {
            return Optional.empty();
        }
        Optional<Connection> own = open();
        if (own.isPresent()) {
            try {
                prepare(own.get());
            } catch (SQLException | RuntimeException | Error e) {
                new Lease(own.get()).close();
                throw e;
            }
        }
        return own;
    }

    private Dialect dialect() throws SQLException {
        return Dialect.of(source.kind());
    }

    /** Empty where the engine's lock can be kept by the connection that does the work as well. */
    private Optional<Connection> open() throws SQLException {
        try {
            return Optional.of(source.open());
        } catch (SQLException e) {
            if (dialect() != Dialect.POSTGRESQL && SecondConnection.isUsedUp(e)) {
                return Optional.empty();
            }
            throw errors.opening(source, SecondConnection.explain(source, e, SecondConnection.WORKS));
        }
    }

    /** With the rights that the work has; the server must not end the session for being idle. */
    private void prepare(Connection keeper) throws SQLException {
        switch (dialect()) {
            case POSTGRESQL -> {
                PostgresHeld.execute(keeper, PostgresAttempt.BEGIN);
                PostgresAttempt.keep(keeper);
                PostgresHeld.takeOn(keeper, settings.role());
            }
            case MARIADB -> {
                MariadbHeld.stayIdle(keeper);
                SessionControl entered = SessionControl.of(Dialect.MARIADB, keeper, settings);
                entered.enterReading();
                control = entered;
            }
            case H2, SQLITE -> {
                // in this process: nothing ends it
            }
        }
    }

    @Override
    void introduce(Connection keeper, Connection run) throws SQLException {
        if (dialect() == Dialect.H2) {
            H2Session.introduce(keeper, run);
        }
    }

    @Override
    void settle(Connection keeper) throws SQLException {
        if (dialect() == Dialect.POSTGRESQL) {
            PostgresHeld.freeSnapshot(keeper);
        }
    }

    @Override
    void putBack(Connection keeper) throws SQLException {
        switch (dialect()) {
            case POSTGRESQL -> {
                try (keeper) {
                    PostgresHeld.end(keeper);
                }
            }
            case MARIADB -> {
                try (keeper) {
                    if (control != null) {
                        control.leaveReading();
                        MariadbHeld.endIdle(keeper);
                    }
                }
            }
            case H2, SQLITE -> BoundedClosing.close(keeper);
        }
    }

    @Override
    void free() {
        // nothing was taken
    }
}
