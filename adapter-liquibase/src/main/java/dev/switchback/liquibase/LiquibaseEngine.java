package dev.switchback.liquibase;

import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineConsole;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineLock;
import dev.switchback.core.port.MigrationRunner;
import dev.switchback.core.port.SchemaVersionStore;
import java.util.Optional;

/** Liquibase opened for one database. Holds nothing open. */
final class LiquibaseEngine implements Engine {

    private final EngineContext context;
    private final HistoryTable table;

    LiquibaseEngine(EngineContext context) {
        this.context = context;
        this.table = HistoryTable.of(context);
    }

    @Override
    public SchemaVersionStore store() {
        return new LiquibaseSchemaVersionStore(table, context);
    }

    @Override
    public MigrationRunner runner() {
        return new LiquibaseMigrationRunner(table, context);
    }

    @Override
    public Optional<EngineLock> lock() {
        return Optional.of(new LiquibaseEngineLock(table));
    }

    @Override
    public Optional<EngineConsole> console() {
        return Optional.of(new LiquibaseEngineConsole(context, table));
    }

    @Override
    public void close() {
        // nothing lives longer than a session
    }
}
