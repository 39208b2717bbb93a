package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Asks a caller's {@code DataSource} for a connection and does not wait for ever, which some pools would: a guard wakes
 * the asking thread when the time is over. The thread that asks is the caller's own, because there are sources that choose
 * the database by the thread.
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

    private FoundFault tooLate(SQLException cause) {
        return new FoundFault(
                Fault.TOO_MANY_CONNECTIONS,
                "the application's DataSource gave no connection within " + limit.toMillis() / 1_000.0 + " s",
                "raise the size of its pool (HikariCP: maximumPoolSize), or wait longer: connect.timeout",
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
