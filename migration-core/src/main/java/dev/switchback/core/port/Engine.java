package dev.switchback.core.port;

import java.util.Optional;

/** An engine opened for one database. Opening and closing connect to nothing. */
public interface Engine extends AutoCloseable {

    /** Its history. */
    SchemaVersionStore store();

    /** Its runner. */
    MigrationRunner runner();

    /**
     * The lock that the engine itself keeps in the database, when it is used without Switchback.
     *
     * @return its lock; empty if it has none that we could hold
     */
    default Optional<EngineLock> lock() {
        return Optional.empty();
    }

    /**
     * The commands of the engine's own command line.
     *
     * @return what runs them; empty if there are none
     */
    default Optional<EngineConsole> console() {
        return Optional.empty();
    }

    /** Releases what the engine holds beyond a run; normally nothing. Idempotent. */
    @Override
    void close();
}
