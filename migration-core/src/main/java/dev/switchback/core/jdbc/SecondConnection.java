package dev.switchback.core.jdbc;

import java.sql.SQLException;

/** Says what it means that one connection could be had, but not a second one beside it. */
final class SecondConnection {

    /** What the first one does, if it is the one of the lock. */
    static final String LOCKS = "beside the one that holds the migration lock";

    /** The same if there is no lock of ours. */
    static final String WORKS = "beside the one that does the work, for the engine's own lock";

    private SecondConnection() {}

    /** Whether it is a pool that is used up, ours, the caller's or a pooler's: the server was there a moment ago. */
    static boolean isUsedUp(SQLException failure) {
        return switch (Faults.opening(Faults.root(failure))) {
            case OTHER, UNREACHABLE, NOT_CONNECTED, TOO_MANY_CONNECTIONS -> true;
            default -> false;
        };
    }

    static SQLException explain(ConnectionSource connections, SQLException failure, String first) {
        if (!isUsedUp(failure)) {
            return failure;
        }
        String next = connections.isOwn()
                ? "let the user have two connections; with a pooler, raise its pool (pgbouncer:"
                        + " default_pool_size), or set direct-url (DIRECT_DATABASE_URL)"
                : "raise the size of the DataSource's pool to 2 or more (HikariCP: maximumPoolSize), or"
                        + " give Switchback the url instead of the DataSource";
        return new FoundFault(Fault.TOO_MANY_CONNECTIONS, "no second connection could be had " + first, next, failure);
    }
}
