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
        return waiting(answered ? Duration.ZERO : wait, source::kind);
    }

    @Override
    public Connection open() throws SQLException {
        return open(answered ? Duration.ZERO : wait);
    }

    @Override
    public Connection open(Duration limit) throws SQLException {
        Connection connection = waiting(limit, source::open);
        answered = true;
        return connection;
    }

    @Override
    public Connection openUnlessTaken() throws SQLException {
        Connection connection = waiting(answered ? Duration.ZERO : wait, source::openUnlessTaken);
        answered = true;
        return connection;
    }

    @Override
    public boolean create() throws SQLException {
        return waiting(answered ? Duration.ZERO : wait, source::create);
    }

    private <T> T waiting(Duration limit, Attempt<T> attempt) throws SQLException {
        long start = System.nanoTime();
        long nextReport = 0;
        int pause = PAUSE_MILLIS;
        while (true) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                Fault fault = Faults.opening(Faults.root(e));
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                if (!fault.isPassing() || waited.compareTo(limit) >= 0) {
                    throw e;
                }
                if (waited.toNanos() >= nextReport) {
                    listener.on(new MigrationEvent.DatabaseWaiting(waited, fault.what()));
                    nextReport += REPORT_EVERY.toNanos();
                }
                pause(Math.min(pause, limit.minus(waited).toMillis() + 1), e);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
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
