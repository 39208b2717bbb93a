package dev.switchback.core.port;

/**
 * Where schemas are built to be looked at: empty databases of the same kind and version as the one of the migrations,
 * and never that one itself. Thread-safe.
 */
public interface ScratchDatabases {

    /**
     * Makes an empty one, in a temporary file, in memory, or on the server of {@code scratch-url} or of the database
     * itself. Called a few times per command, without the lock; whatever an earlier process could not remove is removed
     * on the way. Its schema has the name of the one in which migrations run, so that qualified names mean the same.
     *
     * @return the database, to be closed by the caller
     * @throws dev.switchback.api.error.SwitchbackException if there can be none: no permission, a server that does not
     *     answer, a {@code scratch-url} that is the database itself or one of another kind
     */
    ScratchDatabase open();
}
