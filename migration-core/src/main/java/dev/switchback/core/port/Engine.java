package dev.switchback.core.port;

/** An engine opened for one database. Opening and closing connect to nothing. */
public interface Engine extends AutoCloseable {

    /** Its history. */
    SchemaVersionStore store();

    /** Its runner. */
    MigrationRunner runner();

    /** Releases what the engine holds beyond a run; normally nothing. Idempotent. */
    @Override
    void close();
}
