package dev.switchback.core.jdbc;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a session of the database has to be while Switchback works in it.
 *
 * @param schema the schema to migrate; empty for the connection's own
 * @param role the role to take on
 * @param lockTimeout how long a statement of a migration may wait for somebody else's lock; zero for no limit
 * @param statementTimeout how long a statement of a migration may run; empty for no limit
 * @param connectTimeout how long a connection may take to come about; zero for no limit
 */
public record SessionSettings(
        Optional<String> schema,
        Optional<String> role,
        Duration lockTimeout,
        Optional<Duration> statementTimeout,
        Duration connectTimeout) {

    /** Nothing but what the database does by itself. */
    public static final SessionSettings NONE =
            new SessionSettings(Optional.empty(), Optional.empty(), Duration.ZERO, Optional.empty(), Duration.ZERO);

    /** Checks that everything is there. */
    public SessionSettings {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(lockTimeout, "lockTimeout");
        Objects.requireNonNull(statementTimeout, "statementTimeout");
        Objects.requireNonNull(connectTimeout, "connectTimeout");
    }
}
