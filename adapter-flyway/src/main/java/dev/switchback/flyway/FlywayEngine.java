package dev.switchback.flyway;

import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineConsole;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.MigrationRunner;
import dev.switchback.core.port.SchemaVersionStore;
import java.util.Optional;

/** Flyway opened for one database. Holds nothing. */
final class FlywayEngine implements Engine {

    private final EngineContext context;

    FlywayEngine(EngineContext context) {
        this.context = context;
    }

    @Override
    public SchemaVersionStore store() {
        return new FlywaySchemaVersionStore(context);
    }

    @Override
    public MigrationRunner runner() {
        return new FlywayMigrationRunner(context);
    }

    @Override
    public Optional<EngineConsole> console() {
        return Optional.of(new FlywayEngineConsole(context));
    }

    @Override
    public void close() {
        // a session gives back what it holds when it is closed
    }
}
