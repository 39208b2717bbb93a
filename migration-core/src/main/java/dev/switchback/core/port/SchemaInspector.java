package dev.switchback.core.port;

import dev.switchback.core.domain.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Reads a schema from the catalogs of a database. One for each dialect. */
public interface SchemaInspector {

    /**
     * Reads the schema in which migrations run. Called for live databases without the lock, and for scratch databases;
     * writes nothing, and leaves the session as it was.
     *
     * @param connection a connection whose current schema it is, with auto-commit on, or in a transaction in which nothing
     *     has been asked yet
     * @param ignored tables to leave out, compared without regard to case: those of the engines and of Switchback
     * @return the schema; an empty one if there is nothing
     * @throws SQLException if the database fails
     */
    DatabaseSchema inspect(Connection connection, Set<String> ignored) throws SQLException;
}
