package dev.switchback.tck.fake;

import dev.switchback.core.port.Engine;
import dev.switchback.core.port.MigrationRunner;
import dev.switchback.core.port.SchemaVersionStore;

/**
 * A store and a runner.
 *
 * @param store the store
 * @param runner the runner
 */
record FakeEngine(SchemaVersionStore store, MigrationRunner runner) implements Engine {
    @Override
    public void close() {
        // holds nothing
    }
}
