package dev.switchback.core.usecase;

import dev.switchback.core.port.EngineLock;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.usecase.schema.AutogenerateCommand;
import dev.switchback.core.usecase.schema.Comparisons;
import java.util.Optional;

/**
 * What a manager hands its work to. They hold nothing, so each is made when it is asked for: an application that starts at
 * head needs one of them, and pays for every class that is loaded on the way.
 */
final class UseCases {

    private final ManagerParts parts;
    private final Workspace workspace;
    private final Stopping stopping;

    UseCases(ManagerParts parts) {
        this.parts = parts;
        this.workspace = new Workspace(
                parts.files(),
                parts.database(),
                parts.engine().store(),
                parts.journal(),
                new ForeignHistory(
                        parts.database(), parts.engineInfo(), parts.history(), parts.late(), parts.options()),
                parts.redaction(),
                parts.options());
        this.stopping = new Stopping(parts.database());
    }

    /** Lets another thread end what is under way. */
    Stopping stopping() {
        return stopping;
    }

    /** What only looks. */
    Queries queries() {
        return new Queries(
                workspace, parts.database(), parts.engineInfo(), parts.history().table(), parts.redaction());
    }

    /** What the files tell. */
    FileQueries fileQueries() {
        return new FileQueries(workspace, parts.redaction());
    }

    /** Looks for what could stand in the way. */
    DoctorCommand doctor() {
        return new DoctorCommand(
                workspace,
                parts.database(),
                fileQueries(),
                lock(),
                parts.engine().store(),
                parts.engineInfo(),
                parts.history().table(),
                parts.clock());
    }

    /** Who holds the migration lock. */
    LockQuery lock() {
        return new LockQuery(parts.database(), engineLock());
    }

    /** Frees the engine's own lock. */
    EngineLockCommand releaseEngineLock() {
        return new EngineLockCommand(
                parts.database(), engineLock(), parts.engineInfo().id(), lockTaking());
    }

    /** Upgrades and downgrades. */
    RunCommand run() {
        return new RunCommand(
                workspace,
                parts.database(),
                locking(),
                executor(),
                parts.files(),
                parts.engineInfo(),
                parts.listener());
    }

    /** Records a version. */
    StampCommand stamp() {
        return new StampCommand(
                workspace, parts.database(), locking(), parts.engine().store(), parts.journal());
    }

    /** Puts a record right. */
    RepairCommand repair() {
        Locking locking = locking();
        return new RepairCommand(
                workspace,
                parts.database(),
                locking,
                parts.engine().store(),
                parts.journal(),
                parts.files(),
                new ResumeCommand(
                        workspace,
                        parts.database(),
                        locking,
                        parts.engine().store(),
                        parts.journal(),
                        executor(),
                        parts.files()));
    }

    /** Gives migrations new versions. */
    RebaseCommand rebase() {
        return new RebaseCommand(workspace, parts.files());
    }

    /** The migrations themselves. */
    MigrationFiles files() {
        return parts.files();
    }

    /** Writes for other tools. */
    ExportCommand export() {
        return new ExportCommand(
                workspace,
                parts.engineInfo().id(),
                parts.late().exporters(),
                parts.files().folders());
    }

    /** Waits for a database. */
    WaitCommand waiting() {
        return new WaitCommand(workspace, parts.database(), queries(), parts.listener());
    }

    /** Runs commands of the engine. */
    ConsoleCommand console() {
        return new ConsoleCommand(
                workspace,
                parts.database(),
                parts.files(),
                parts.engine(),
                parts.engineInfo().id(),
                lockTaking(),
                parts.redaction());
    }

    /** Makes a migration from a difference. */
    AutogenerateCommand autogenerate() {
        return new AutogenerateCommand(parts.late().schemas(), new WorkspaceMigrationSteps(workspace));
    }

    /** Compares schemas. */
    Comparisons comparisons() {
        return new Comparisons(parts.late().schemas(), new WorkspaceMigrationSteps(workspace));
    }

    /** Only whoever holds our lock knows that what has our name in the engine's was left by a dead run. */
    private Optional<EngineLock> engineLock() {
        return parts.engine().lock().map(lock -> parts.database().lock().keepsOthersAway() ? lock : lock.unproven());
    }

    private LockTaking lockTaking() {
        return new LockTaking(parts.database(), parts.options().lockTimeout(), parts.listener());
    }

    private Locking locking() {
        return new Locking(parts.database(), engineLock(), parts.options().lockTimeout(), parts.listener(), stopping);
    }

    private RunExecutor executor() {
        return new RunExecutor(
                parts.database(),
                parts.engine(),
                parts.engineInfo().id(),
                new Retries(parts.options().ddlRetries(), parts.options().ddlLockTimeout()),
                parts.journal(),
                parts.redaction(),
                parts.listener(),
                stopping);
    }
}
