package dev.switchback.core.jdbc;

import java.sql.SQLException;

/** Work on a session that is put back afterwards. If both fail, because the connection has died, the first error is told. */
public final class FirstError {

    private FirstError() {}

    /**
     * The work.
     *
     * @param <T> what comes out
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run() throws SQLException;
    }

    /** What puts the session back. */
    @FunctionalInterface
    public interface End {
        /** Does it. */
        void run() throws SQLException;
    }

    /**
     * Does both, whatever comes out of the first.
     *
     * @param <T> what comes out
     * @param work the work
     * @param end what puts the session back
     * @return what the work says
     * @throws SQLException the error of the work, with that of the end as a suppressed one; or that of the end alone
     */
    public static <T> T of(Work<T> work, End end) throws SQLException {
        T result;
        try {
            result = work.run();
        } catch (SQLException | RuntimeException | Error e) {
            try {
                end.run();
            } catch (SQLException later) {
                e.addSuppressed(later);
            }
            throw e;
        }
        end.run();
        return result;
    }
}
