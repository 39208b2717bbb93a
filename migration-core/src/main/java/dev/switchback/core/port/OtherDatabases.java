package dev.switchback.core.port;

import dev.switchback.api.config.DatabaseUrl;

/** Opens databases that a schema is read from besides the manager's own. Thread-safe. */
public interface OtherDatabases {

    /**
     * Opens one; connects to nothing yet. Its secrets are kept out of its errors.
     *
     * @param url its address, its path absolute
     * @return the database, to be closed by the caller
     */
    Database open(DatabaseUrl url);
}
