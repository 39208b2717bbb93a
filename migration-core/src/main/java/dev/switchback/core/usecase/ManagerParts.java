package dev.switchback.core.usecase;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.jdbc.ConnectionSource;
import dev.switchback.core.jdbc.DatabaseErrors;
import dev.switchback.core.jdbc.Journal;
import dev.switchback.core.jdbc.Redactor;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.MigrationExporter;
import dev.switchback.core.source.MigrationSources;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What a manager is made of: the adapters behind the ports, and the settings.
 *
 * @param files where migrations come from, and where new ones are written
 * @param connections the database
 * @param engine the engine, opened
 * @param engineInfo what it is
 * @param engines all engines on the class path
 * @param exporters what can be exported, by format
 * @param historyTable the engine's history table
 * @param journal the journal
 * @param errors how failures of the database are told
 * @param redactor keeps secrets out
 * @param options the settings
 * @param listener hears the events
 * @param clock the time
 */
public record ManagerParts(
        MigrationSources files,
        ConnectionSource connections,
        Engine engine,
        EngineInfo engineInfo,
        List<EngineInfo> engines,
        Map<String, MigrationExporter> exporters,
        String historyTable,
        Journal journal,
        DatabaseErrors errors,
        Redactor redactor,
        RunOptions options,
        MigrationListener listener,
        Clock clock) {

    /** Copies the collections. */
    public ManagerParts {
        engines = List.copyOf(engines);
        exporters = Map.copyOf(exporters);
    }

    /** Puts them together. The manager closes the connections and the engine. */
    public MigrationManager assemble() {
        MigrationListener safe = new SafeListener(listener);
        Workspace workspace = new Workspace(
                files.source(),
                connections,
                engine.store(),
                journal,
                new ForeignHistory(engineInfo, engines, options),
                errors,
                options);
        Locking locking = new Locking(connections, errors, options.lockTimeout(), safe);
        RunExecutor executor = new RunExecutor(engine, engineInfo.id(), workspace::dialect, journal, redactor, safe);
        return new DefaultMigrationManager(
                engineInfo,
                new Queries(workspace, engineInfo, historyTable),
                new RunCommand(workspace, locking, executor, files, safe),
                new StampCommand(workspace, locking, engine.store()),
                new RepairCommand(workspace, locking, engine.store(), journal, files),
                new CreateCommand(files, clock),
                new ExportCommand(workspace, engineInfo.id(), exporters, files.folders()),
                this::release);
    }

    private void release() {
        engine.close();
        connections.close();
    }
}
