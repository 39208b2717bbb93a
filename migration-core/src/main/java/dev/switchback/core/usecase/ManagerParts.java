package dev.switchback.core.usecase;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineLock;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationExporter;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.usecase.schema.AutogenerateCommand;
import dev.switchback.core.usecase.schema.Comparisons;
import dev.switchback.core.usecase.schema.MigrationSteps;
import dev.switchback.core.usecase.schema.SchemaPorts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a manager is made of: the adapters behind the ports, and the settings.
 *
 * @param files where migrations come from, and where new ones are written
 * @param database the database
 * @param engine the engine, opened
 * @param engineInfo what it is
 * @param engines all engines on the class path
 * @param exporters what can be exported, by format
 * @param history where the engine's history table is
 * @param journal the journal
 * @param redaction keeps secrets out
 * @param options the settings
 * @param listener hears the events, and never throws
 * @param clock the time
 * @param schemas what schemas need
 */
public record ManagerParts(
        MigrationFiles files,
        Database database,
        Engine engine,
        EngineInfo engineInfo,
        List<EngineInfo> engines,
        Map<String, MigrationExporter> exporters,
        HistoryLocation history,
        Journal journal,
        Redaction redaction,
        RunOptions options,
        MigrationListener listener,
        Clock clock,
        SchemaPorts schemas) {

    /** Copies the collections. */
    public ManagerParts {
        engines = List.copyOf(engines);
        exporters = Map.copyOf(exporters);
    }

    /** Puts them together. The manager closes the connections and the engine. */
    public MigrationManager assemble() {
        Workspace workspace = new Workspace(
                files,
                database,
                engine.store(),
                journal,
                new ForeignHistory(database, engineInfo, history, engines, options),
                redaction,
                options);
        Stopping stopping = new Stopping(database);
        Optional<EngineLock> engineLock = engineLock();
        LockTaking lockTaking = new LockTaking(database, options.lockTimeout(), listener);
        Locking locking = new Locking(database, engineLock, options.lockTimeout(), listener, stopping);
        RunExecutor executor = new RunExecutor(
                database,
                engine,
                engineInfo.id(),
                new Retries(options.ddlRetries(), options.ddlLockTimeout()),
                journal,
                redaction,
                listener,
                stopping);
        Queries queries = new Queries(workspace, database, engineInfo, history.table(), redaction);
        MigrationSteps steps = new WorkspaceMigrationSteps(workspace);
        FileQueries fileQueries = new FileQueries(workspace, redaction);
        LockQuery lock = new LockQuery(database, engineLock);
        UseCases does = new UseCases(
                queries,
                fileQueries,
                new DoctorCommand(workspace, database, fileQueries, lock, engine.store(), engineInfo, clock),
                lock,
                new EngineLockCommand(database, engineLock, engineInfo.id(), lockTaking),
                new RunCommand(workspace, database, locking, executor, files, engineInfo, listener),
                new StampCommand(workspace, database, locking, engine.store(), journal),
                repair(workspace, locking, executor),
                new RebaseCommand(workspace, files),
                files,
                new ExportCommand(workspace, engineInfo.id(), exporters, files.folders()),
                new WaitCommand(workspace, database, queries, listener),
                new ConsoleCommand(workspace, database, files, engine, engineInfo.id(), lockTaking, redaction),
                new AutogenerateCommand(schemas, steps),
                new Comparisons(schemas, steps));
        return new DefaultMigrationManager(engineInfo, does, stopping, redaction, this::release);
    }

    /** Only whoever holds our lock knows that what has our name in the engine's was left by a dead run. */
    private Optional<EngineLock> engineLock() {
        return engine.lock().map(lock -> database.lock().keepsOthersAway() ? lock : lock.unproven());
    }

    private RepairCommand repair(Workspace workspace, Locking locking, RunExecutor executor) {
        return new RepairCommand(
                workspace,
                database,
                locking,
                engine.store(),
                journal,
                files,
                new ResumeCommand(workspace, database, locking, engine.store(), journal, executor, files));
    }

    private void release() {
        engine.close();
        database.close();
    }
}
