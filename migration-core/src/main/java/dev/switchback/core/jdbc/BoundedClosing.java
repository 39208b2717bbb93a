package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Closes a connection and does not wait for ever: when H2 has given up its file, because the disk is full say, it may never
 * end the rollback that comes before the close. What holds on to the connection then is a thread that ends with the process.
 */
final class BoundedClosing {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private BoundedClosing() {}

    /** Closes it, or leaves it alone when the time is over; a failure then is not told, for nothing can be done about it. */
    static void close(Connection connection) throws SQLException {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Thread closing = new Thread(() -> close(connection, closed), "switchback-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closed.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // it goes on without us
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e.getCause());
        }
    }

    private static void close(Connection connection, CompletableFuture<Void> closed) {
        try {
            connection.close();
            closed.complete(null);
        } catch (SQLException | RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }
}
