package dev.switchback.core.port;

import dev.switchback.core.sql.SqlStatement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown by an engine when a step fails. The core turns it into the API's error and says what state the database is in. */
public final class ScriptFailedException extends RuntimeException {

    private final @Nullable SqlStatement statement;

    /**
     * Creates the error.
     *
     * @param statement the statement that failed; null if it was not in a statement, for example while recording
     * @param cause what the database or the engine threw; an engine unwraps its own exceptions down to the
     *     {@link java.sql.SQLException} where there is one
     */
    public ScriptFailedException(@Nullable SqlStatement statement, Throwable cause) {
        super(cause);
        this.statement = statement;
    }

    /** The statement that failed, if it was in one. */
    public Optional<SqlStatement> statement() {
        return Optional.ofNullable(statement);
    }
}
