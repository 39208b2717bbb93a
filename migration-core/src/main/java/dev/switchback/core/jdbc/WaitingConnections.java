package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.ServerAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Connections to a database that may not be there yet: tries again for a while, as long as nobody answers, or the server
 * says that it is starting. A login that is refused, or a database that does not exist, will not come by waiting. A host
 * name that is not known may: names of containers and of Kubernetes' headless services appear together with them.
 *
 * <p>Once the database has answered nothing is waited for any more, unless it is asked for: a health check must say soon
 * that a database has gone.
 */
public final class WaitingConnections implements ConnectionSource {

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 200;
    private static final int LONGEST_PAUSE_MILLIS = 1_000;

    private final ConnectionSource source;
    private final Duration wait;
    private final MigrationListener listener;
    private volatile boolean answered;

    /**
     * Creates the source; connects to nothing.
     *
     * @param source where the connections come from; closed with this object
     * @param wait how long to wait for the first answer
     * @param listener told about waiting, at once and then about every ten seconds
     */
    public WaitingConnections(ConnectionSource source, Duration wait, MigrationListener listener) {
        this.source = source;
        this.wait = wait;
        this.listener = listener;
    }

    private interface Attempt<T> {
        T make() throws SQLException;
    }

    @Override
    public DatabaseKind kind() throws SQLException {
        long start = System.nanoTime();
        try {
            return source.kind();
        } catch (SQLException e) {
            return waiting(start, limit(), e, source::kind);
        }
    }

    @Override
    public Connection open() throws SQLException {
        return open(limit());
    }

    @Override
    public Connection open(Duration limit) throws SQLException {
        long start = System.nanoTime();
        Connection connection;
        try {
            connection = source.open();
        } catch (SQLException e) {
            connection = waiting(start, limit, e, source::open);
        }
        answered = true;
        return connection;
    }

    @Override
    public Connection openUnlessTaken() throws SQLException {
        long start = System.nanoTime();
        Connection connection;
        try {
            connection = source.openUnlessTaken();
        } catch (SQLException e) {
            connection = waiting(start, limit(), e, source::openUnlessTaken);
        }
        answered = true;
        return connection;
    }

    @Override
    public boolean create() throws SQLException {
        long start = System.nanoTime();
        try {
            return source.create();
        } catch (SQLException e) {
            return waiting(start, limit(), e, source::create);
        }
    }

    private Duration limit() {
        return answered ? Duration.ZERO : wait;
    }

    /** Tries again what has failed, until the limit since the start, to which the first attempt counts. */
    private <T> T waiting(long start, Duration limit, SQLException first, Attempt<T> again) throws SQLException {
        long nextReport = 0;
        int pause = PAUSE_MILLIS;
        SQLException failure = first;
        while (true) {
            Fault fault = Faults.opening(Faults.root(failure));
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (!fault.isPassing() || waited.compareTo(limit) >= 0) {
                throw failure;
            }
            if (waited.toNanos() >= nextReport) {
                listener.on(new MigrationEvent.DatabaseWaiting(waited, fault.what()));
                nextReport += REPORT_EVERY.toNanos();
            }
            pause(Math.min(pause, limit.minus(waited).toMillis() + 1), failure);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            try {
                return again.make();
            } catch (SQLException e) {
                failure = e;
            }
        }
    }

    private static void pause(long millis, SQLException reason) throws SQLException {
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(1 + millis / 4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Optional<ServerAddress> server() {
        return source.server();
    }

    @Override
    public String lockName() {
        return source.lockName();
    }

    @Override
    public Optional<Path> file() {
        return source.file();
    }

    @Override
    public boolean exists() {
        return source.exists();
    }

    @Override
    public boolean isOwn() {
        return source.isOwn();
    }

    @Override
    public void close() {
        source.close();
    }
}
