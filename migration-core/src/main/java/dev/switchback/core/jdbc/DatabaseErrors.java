package dev.switchback.core.jdbc;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.Redaction;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Turns a failure outside of a migration's own statements into the API's error, by SQLState and code. */
public final class DatabaseErrors {

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_NOTADB = 26;
    private static final int H2_FILE_CORRUPTED = 90030;
    private static final int H2_ALREADY_OPEN = 90020;
    private static final int H2_READ_ONLY = 90097;
    private static final int H2_WRONG_LOGIN = 28000;
    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int H2_DEADLOCK = 40001;
    private static final int H2_CANCELED = 57014;
    private static final int MARIADB_LOCK_WAIT = 1205;
    private static final int MARIADB_DEADLOCK = 1213;
    private static final int MARIADB_STATEMENT_TIMEOUT = 1969;
    private static final int MYSQL_QUERY_TIMEOUT = 3024;

    private final Redaction redaction;

    /**
     * Creates the translation.
     *
     * @param redaction keeps secrets out
     */
    public DatabaseErrors(Redaction redaction) {
        this.redaction = redaction;
    }

    /**
     * Translates.
     *
     * @param source the database it happened on
     * @param error what the driver threw
     * @return the error to throw
     */
    public DatabaseAccessException translate(ConnectionSource source, SQLException error) {
        SQLException root = root(error);
        Advice advice = source.file().isPresent() ? ofFile(root) : ofServer(root);
        return new DatabaseAccessException(
                source.name(),
                advice.what + " (" + redaction.clean(firstLine(root)) + ")",
                root.getSQLState(),
                root.getErrorCode(),
                advice.next,
                redaction.clean(error));
    }

    /** Whether another process has the file of the database open, and lets nobody else in until it closes it. */
    static boolean openElsewhere(SQLException error) {
        return root(error).getErrorCode() == H2_ALREADY_OPEN;
    }

    /**
     * The same of a translated error.
     *
     * @param error what {@link #translate} made
     * @return whether waiting for the other process can help
     */
    public static boolean openElsewhere(DatabaseAccessException error) {
        return error.vendorCode() == H2_ALREADY_OPEN;
    }

    /** Whether somebody else held a lock for too long, or both waited for each other. */
    static boolean metALock(Dialect dialect, SQLException error) {
        SQLException root = root(error);
        String state = Optional.ofNullable(root.getSQLState()).orElse("");
        return switch (dialect) {
            case SQLITE -> (root.getErrorCode() & 0xff) == SQLITE_BUSY;
            case H2 -> root.getErrorCode() == H2_LOCK_TIMEOUT || root.getErrorCode() == H2_DEADLOCK;
            case POSTGRESQL -> state.equals("55P03") || state.equals("40P01");
            case MARIADB -> root.getErrorCode() == MARIADB_LOCK_WAIT || root.getErrorCode() == MARIADB_DEADLOCK;
        };
    }

    /** Whether a statement ran longer than {@code statement-timeout}. */
    static boolean ranTooLong(Dialect dialect, SQLException error) {
        SQLException root = root(error);
        return switch (dialect) {
            case SQLITE -> false;
            case H2 -> root.getErrorCode() == H2_CANCELED;
            case POSTGRESQL -> "57014".equals(root.getSQLState());
            case MARIADB ->
                root.getErrorCode() == MARIADB_STATEMENT_TIMEOUT || root.getErrorCode() == MYSQL_QUERY_TIMEOUT;
        };
    }

    /** Pools wrap what the driver said; the driver's words help more. */
    private static SQLException root(SQLException error) {
        SQLException root = error;
        while (root.getCause() instanceof SQLException deeper && deeper != root) {
            root = deeper;
        }
        return root;
    }

    private record Advice(String what, String next) {}

    private static Advice ofFile(SQLException e) {
        return switch (sqliteCode(e)) {
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                new Advice("the file is not a database, or is damaged", "restore it from a backup, or correct the url");
            case SQLITE_READONLY ->
                new Advice(
                        "the file, or its folder, is read-only",
                        "give this user permission to write the file and its folder");
            case SQLITE_CANTOPEN ->
                new Advice(
                        "the file cannot be opened",
                        "check that the folder exists and that this user may read and write it");
            case SQLITE_BUSY -> new Advice("another process holds the file", "end the other writer and try again");
            case SQLITE_IOERR -> new Advice("the file cannot be read or written", "check the disk");
            default -> ofH2File(e);
        };
    }

    /** SQLite's primary code: extended ones carry it in their low byte; the codes of H2 begin far above them. */
    private static int sqliteCode(SQLException e) {
        return e.getErrorCode() < 10_000 ? e.getErrorCode() & 0xff : 0;
    }

    private static Advice ofH2File(SQLException e) {
        return switch (e.getErrorCode()) {
            case H2_FILE_CORRUPTED ->
                new Advice("the file is not a database, or is damaged", "restore it from a backup, or correct the url");
            case H2_ALREADY_OPEN ->
                new Advice(
                        "another process has opened the file",
                        "end the other process, or use AUTO_SERVER=TRUE in both");
            case H2_READ_ONLY ->
                new Advice("the file is read-only", "give this user permission to write the file and its folder");
            case H2_WRONG_LOGIN -> new Advice("the login was refused", "check user and password");
            default -> ofServer(e);
        };
    }

    private static Advice ofServer(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (state.startsWith("28")) {
            return new Advice("the login was refused", "check user and password");
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return new Advice("the database cannot be reached", "check host and port, and whether the server runs");
        }
        if (state.equals("25006")) {
            return new Advice("the database is read-only", "connect to the primary");
        }
        if (state.equals("42501")) {
            return new Advice("a permission is missing", "grant it to this user, or use another one");
        }
        return new Advice("the database failed", "look at the message, and at the database with: switchback status");
    }

    private static String firstLine(SQLException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        String line = message.lines().findFirst().orElse("").strip();
        return line.toLowerCase(Locale.ROOT).startsWith("[sqlite_") ? line.replaceFirst("^\\[[A-Z_]+]\\s*", "") : line;
    }
}
