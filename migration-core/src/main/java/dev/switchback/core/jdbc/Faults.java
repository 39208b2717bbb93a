package dev.switchback.core.jdbc;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an error of a driver means, by types, SQLStates and codes, never by words. Which database it is shows in the
 * error itself: SQLite has codes and no SQLState, H2 repeats its code in the SQLState or counts from 20,000, MariaDB has
 * codes of four digits, PostgreSQL has SQLStates and no codes.
 */
final class Faults {

    private static final int FIRST_OF_H2 = 20_000;
    private static final int FIRST_OF_MARIADB = 1_000;
    /** What MariaDB's driver says, without a code, when it cannot do as MySQL's {@code caching_sha2_password} wants. */
    private static final String KEY_OF_MARIADB = "S1009";

    private Faults() {}

    /** While a connection was being opened. */
    static Fault opening(SQLException error) {
        Fault network = error instanceof FoundFault ? null : ofNetwork(error);
        if (network != null) {
            return network;
        }
        Fault known = of(error);
        if (known != Fault.OTHER) {
            return known;
        }
        if (SqliteFaults.lacksItsLibrary(error)) {
            return Fault.LIBRARY_MISSING;
        }
        if (state(error).equals(KEY_OF_MARIADB)) {
            return Fault.KEY_MISSING;
        }
        if (!state(error).startsWith("08")) {
            return Fault.OTHER;
        }
        // without an error of the network somebody has answered; but for PostgreSQL's driver whose time is over
        return state(error).equals("08001") ? Fault.UNREACHABLE : Fault.NOT_CONNECTED;
    }

    /** On a connection that was open. */
    static Fault working(SQLException error) {
        Fault known = of(error);
        if (known == Fault.STARTING || known == Fault.POOLER_REFUSED || known == Fault.TLS_REFUSED) {
            // the server, or the pooler, ended a session that it had accepted
            return Fault.LOST;
        }
        return known == Fault.OTHER && state(error).startsWith("08") ? Fault.LOST : known;
    }

    private static @Nullable Fault ofNetwork(Throwable error) {
        for (Throwable cause = error; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Fault.TLS_REFUSED;
            }
            if (cause instanceof UnknownHostException) {
                return Fault.UNKNOWN_HOST;
            }
            if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof SocketException
                    || cause instanceof EOFException
                    || cause instanceof SQLTimeoutException) {
                return Fault.UNREACHABLE;
            }
        }
        return null;
    }

    private static Fault of(SQLException error) {
        if (error instanceof FoundFault found) {
            return found.fault();
        }
        int code = error.getErrorCode();
        String state = state(error);
        if (state.isEmpty()) {
            return code > 0 && code < FIRST_OF_H2 ? SqliteFaults.of(code) : Fault.OTHER;
        }
        if (code >= FIRST_OF_H2 || state.equals(Integer.toString(code))) {
            return H2Faults.of(code);
        }
        if (code >= FIRST_OF_MARIADB) {
            return MariadbFaults.of(code);
        }
        return code > 0 ? SqliteFaults.of(code) : PostgresqlFaults.of(state);
    }

    private static String state(SQLException error) {
        return Optional.ofNullable(error.getSQLState()).orElse("");
    }

    /** Pools wrap what the driver said; the driver's words help more, and ours most. */
    static SQLException root(SQLException error) {
        SQLException root = error;
        while (!(root instanceof FoundFault) && root.getCause() instanceof SQLException deeper && deeper != root) {
            root = deeper;
        }
        return root;
    }
}
