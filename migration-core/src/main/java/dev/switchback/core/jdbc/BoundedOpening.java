package dev.switchback.core.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks a caller's {@code DataSource} for a connection and does not wait for ever, which some pools would: a guard wakes
 * the asking thread when the time is over. The thread that asks is the caller's own, because there are sources that choose
 * the database by the thread.
 *
 * <p>But a pool of HikariCP that was never asked before opens its first connection on the thread that asks, and a driver
 * that waits for a server's answer is not woken by anything. It does not choose by the thread, so that one is asked for on
 * another, which can be left behind.
 */
final class BoundedOpening {

    private enum State {
        ASKING,
        ANSWERED,
        OVERDUE
    }

    private final DataSource source;
    private final Duration limit;
    private final AtomicReference<State> state = new AtomicReference<>(State.ASKING);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch woken = new CountDownLatch(1);

    private BoundedOpening(DataSource source, Duration limit) {
        this.source = source;
        this.limit = limit;
    }

    static Connection open(DataSource source, Duration limit) throws SQLException {
        return new BoundedOpening(source, limit).open();
    }

    private Connection open() throws SQLException {
        return neverAsked(source) ? openElsewhere() : openHere();
    }

    /** By its name, so that HikariCP is not loaded where another pool is used. */
    private static boolean neverAsked(DataSource source) {
        return source.getClass().getName().equals("com.zaxxer.hikari.HikariDataSource")
                && source instanceof HikariDataSource pool
                && !pool.isRunning()
                && !pool.isClosed();
    }

    private Connection openElsewhere() throws SQLException {
        FutureTask<Connection> first = new FutureTask<>(this::given);
        Thread thread = new Thread(first, "switchback-connect");
        thread.setDaemon(true);
        thread.start();
        try {
            return first.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw asItWas(e.getCause());
        } catch (TimeoutException e) {
            leave(first);
            throw tooLate(null);
        } catch (InterruptedException e) {
            leave(first);
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", e);
        }
    }

    private static SQLException asItWas(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException mistake) {
            throw mistake;
        }
        if (failure instanceof Error fatal) {
            throw fatal;
        }
        return failure instanceof SQLException refused ? refused : new SQLException(failure);
    }

    private Connection given() throws SQLException {
        Connection connection = source.getConnection();
        if (!state.compareAndSet(State.ASKING, State.ANSWERED)) {
            // nobody waits for it any more
            connection.close();
        }
        return connection;
    }

    /** A connection that comes all the same is given back by the thread that gets it, or here. */
    private void leave(FutureTask<Connection> first) throws SQLException {
        if (state.compareAndSet(State.ASKING, State.OVERDUE)) {
            first.cancel(true);
            return;
        }
        try {
            first.get().close();
        } catch (ExecutionException | InterruptedException e) {
            // then there is none
        }
    }

    private Connection openHere() throws SQLException {
        Thread asking = Thread.currentThread();
        Thread guard = new Thread(() -> guard(asking), "switchback-connect");
        guard.setDaemon(true);
        guard.start();
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw state.get() == State.OVERDUE ? tooLate(e) : e;
        } finally {
            settle();
        }
    }

    /** Which of the two it is nobody knows: a pool that is used up tells the same as one whose server does not answer. */
    private FoundFault tooLate(@Nullable SQLException cause) {
        return new FoundFault(
                Fault.TOO_MANY_CONNECTIONS,
                "the application's DataSource gave no connection within " + limit.toMillis() / 1_000.0 + " s",
                "check whether the server answers, and whether all of the pool's connections are in use (HikariCP:"
                        + " maximumPoolSize); to wait longer: connect.timeout",
                cause);
    }

    private void guard(Thread asking) {
        try {
            if (!answered.await(limit.toMillis(), TimeUnit.MILLISECONDS)
                    && state.compareAndSet(State.ASKING, State.OVERDUE)) {
                asking.interrupt();
                woken.countDown();
            }
        } catch (InterruptedException e) {
            // somebody ends all threads: then nobody is woken
            woken.countDown();
        }
    }

    /** Nobody is interrupted after this, and an interrupt by the guard is taken back. */
    private void settle() {
        answered.countDown();
        if (!state.compareAndSet(State.ASKING, State.ANSWERED)) {
            while (woken.getCount() > 0) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
        }
    }
}
