package dev.switchback.flyway;

import dev.switchback.api.error.SwitchbackException;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.sql.SqlStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Turns Flyway's exceptions into ones of the JDK: the cause from the database where there is one. */
final class FlywayErrors {

    private FlywayErrors() {}

    /**
     * What a failed step throws.
     *
     * @param statement the statement that failed; null if it was not in one
     * @param failure what was caught
     * @return the error to throw
     * @throws Error if the failure is one
     */
    static RuntimeException toScriptFailure(@Nullable SqlStatement statement, Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof SwitchbackException ours) {
            return ours;
        }
        if (failure instanceof FlywayException flyway) {
            return new ScriptFailedException(statement, toSqlException(flyway));
        }
        return new ScriptFailedException(statement, failure);
    }

    /**
     * The error of the database, or one that stands for Flyway's own. That may be any: Flyway swallows failures of the
     * database in places, and stumbles over what it does not know then.
     */
    static SQLException toSqlException(RuntimeException error) {
        Throwable innermost = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException fromDatabase) {
                return fromDatabase;
            }
            innermost = cause;
        }
        // the innermost one says what is wrong and where; the outer ones repeat it with links
        return new SQLException(
                "Flyway: " + (innermost instanceof FlywayException ? innermost.getMessage() : innermost.toString()));
    }
}
