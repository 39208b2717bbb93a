package dev.switchback.core.jdbc;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.port.Redaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Turns a failure outside of a migration's own statements into the API's error, by SQLState and code. */
public final class DatabaseErrors {

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
     * Translates what happened while a connection was opened.
     *
     * @param source the database it happened on
     * @param error what the driver threw
     * @return the error to throw
     */
    public DatabaseAccessException opening(ConnectionSource source, SQLException error) {
        return translate(source, error, Faults.opening(Faults.root(error)));
    }

    /**
     * Opens a connection, and translates what happens while it does.
     *
     * @param source the database
     * @return the connection, to be closed by the caller
     */
    Connection opened(ConnectionSource source) {
        try {
            return source.open();
        } catch (SQLException e) {
            throw opening(source, e);
        }
    }

    /**
     * Translates what happened on an open connection.
     *
     * @param source the database it happened on
     * @param error what the driver threw
     * @return the error to throw
     */
    public DatabaseAccessException working(ConnectionSource source, SQLException error) {
        return translate(source, error, Faults.working(Faults.root(error)));
    }

    /**
     * Translates what broke a run off between two migrations.
     *
     * @param source the database it happened on
     * @param error what the driver threw
     * @param completed what the run had finished
     * @return the error to throw
     */
    DatabaseAccessException interrupted(ConnectionSource source, SQLException error, RunResult completed) {
        SQLException root = Faults.root(error);
        Fault fault = Faults.working(root);
        int finished = completed.executed().size();
        String last = completed.executed().get(finished - 1).migration().script();
        return new DatabaseAccessException(
                source.name(),
                fault.what() + " after " + last + ", which is done and recorded" + said(error),
                root.getSQLState(),
                root.getErrorCode(),
                fault.next(),
                completed,
                redaction.clean(error));
    }

    /**
     * Translates what broke a command off when it had written, or may have written.
     *
     * @param source the database it happened on
     * @param error what the driver threw
     * @param when when that was
     * @return the error to throw
     */
    DatabaseAccessException unsure(ConnectionSource source, SQLException error, String when) {
        SQLException root = Faults.root(error);
        return new DatabaseAccessException(
                source.name(),
                Faults.working(root).what() + " " + when + said(error),
                root.getSQLState(),
                root.getErrorCode(),
                "look at the database with: switchback status",
                DatabaseState.UNKNOWN,
                redaction.clean(error));
    }

    private DatabaseAccessException translate(ConnectionSource source, SQLException error, Fault found) {
        if (Faults.root(error) instanceof FoundFault ours) {
            String said = ours.getCause() instanceof SQLException cause ? said(cause) : "";
            return build(source, error, redaction.clean(String.valueOf(ours.getMessage())) + said, ours.next());
        }
        Fault fault = source.file().isPresent() ? found : found.ofServer();
        return build(source, error, fault.what() + said(error), next(source, fault));
    }

    /** Whoever gives connections of his own is an application: it has no command line, and its database is its own to make. */
    private static String next(ConnectionSource source, Fault fault) {
        if (source.isOwn()) {
            return fault.next();
        }
        return switch (fault) {
            case NO_DATABASE -> "create it, or correct its name in the url of the DataSource";
            case UNREACHABLE -> "check host and port, and whether the server runs; to wait for it: connect.wait=60s";
            case STARTING -> "wait for it: connect.wait=60s";
            default -> fault.next();
        };
    }

    private DatabaseAccessException build(ConnectionSource source, SQLException error, String what, String next) {
        SQLException root = Faults.root(error);
        return new DatabaseAccessException(
                source.name(), what, root.getSQLState(), root.getErrorCode(), next, redaction.clean(error));
    }

    /** Whether another process has the file of the database open, and lets nobody else in until it closes it. */
    static boolean openElsewhere(SQLException error) {
        return Faults.root(error).getErrorCode() == H2Faults.ALREADY_OPEN;
    }

    /**
     * The same of a translated error.
     *
     * @param error what {@link #opening} made
     * @return whether waiting for the other process can help
     */
    public static boolean openElsewhere(DatabaseAccessException error) {
        return error.vendorCode() == H2Faults.ALREADY_OPEN;
    }

    /** The first line of what the database said, in brackets. */
    private String said(SQLException error) {
        SQLException e = Faults.root(error);
        String message = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        String line = message.lines()
                .findFirst()
                .orElse("")
                .replace("; SQL statement:", "")
                .strip();
        String shown =
                line.toLowerCase(Locale.ROOT).startsWith("[sqlite_") ? line.replaceFirst("^\\[[A-Z_]+]\\s*", "") : line;
        return " (" + redaction.clean(shown) + ")";
    }
}
