package dev.switchback.core.usecase;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.EngineFailureException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.ExportResult;
import dev.switchback.api.model.LockStatus;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.StampResult;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The manager: one use case behind each method. */
final class DefaultMigrationManager implements MigrationManager {

    private final EngineInfo engine;
    private final Queries queries;
    private final LockQuery lock;
    private final RunCommand run;
    private final StampCommand stamp;
    private final RepairCommand repair;
    private final MigrationFiles files;
    private final ExportCommand export;
    private final WaitCommand wait;
    private final Redaction redaction;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    DefaultMigrationManager(
            EngineInfo engine,
            Queries queries,
            LockQuery lock,
            RunCommand run,
            StampCommand stamp,
            RepairCommand repair,
            MigrationFiles files,
            ExportCommand export,
            WaitCommand wait,
            Redaction redaction,
            Runnable release) {
        this.engine = engine;
        this.queries = queries;
        this.lock = lock;
        this.run = run;
        this.stamp = stamp;
        this.repair = repair;
        this.files = files;
        this.export = export;
        this.wait = wait;
        this.redaction = redaction;
        this.release = release;
    }

    @Override
    public StatusReport status() {
        return with(queries, it -> it.status());
    }

    @Override
    public List<AppliedMigration> history() {
        return with(queries, it -> it.history());
    }

    @Override
    public Optional<MigrationVersion> current() {
        return history().stream()
                .filter(AppliedMigration::inEffect)
                .flatMap(a -> a.version().stream())
                .max(Comparator.naturalOrder());
    }

    @Override
    public CheckReport check() {
        return with(queries, it -> it.check());
    }

    @Override
    public MigrationPlan plan(Direction direction, Target target) {
        return with(queries, it -> it.plan(direction, target));
    }

    @Override
    public LockStatus lockStatus() {
        return with(lock, it -> it.status());
    }

    @Override
    public RunResult upgrade(Target target) {
        return with(run, it -> it.run(Direction.UP, target));
    }

    @Override
    public RunResult downgrade(Target target) {
        return with(run, it -> it.run(Direction.DOWN, target));
    }

    @Override
    public AutoUpgradeResult autoUpgrade() {
        return with(run, it -> it.autoUpgrade());
    }

    @Override
    public StampResult stamp(Target target) {
        return with(stamp, it -> it.stamp(target));
    }

    @Override
    public RepairResult repair(RepairAction action) {
        return with(repair, it -> it.repair(action));
    }

    @Override
    public CreateResult create(CreateRequest request) {
        return with(files, it -> it.create(request));
    }

    @Override
    public ExportResult export(String format, Path file) {
        return with(export, it -> it.export(format, file));
    }

    @Override
    public EngineInfo engine() {
        return engine;
    }

    @Override
    public boolean createDatabase() {
        return with(wait, it -> it.createDatabase());
    }

    @Override
    public void awaitDatabase(Duration timeout) {
        with(wait, it -> {
            it.forDatabase(timeout);
            return timeout;
        });
    }

    @Override
    public StatusReport awaitHead(Duration timeout) {
        return with(wait, it -> it.forHead(timeout));
    }

    /** What nobody foresaw, thrown by a driver or an engine, may quote what it was given: a secret never gets out. */
    private <U, T> T with(U useCase, Function<U, T> work) {
        if (closed.get()) {
            throw new ConfigurationException("manager", "it is closed", "open a new one");
        }
        try {
            return work.apply(useCase);
        } catch (SwitchbackException e) {
            throw e;
        } catch (RuntimeException e) {
            Throwable clean = redaction.clean(e);
            if (clean == e) {
                throw e;
            }
            throw new EngineFailureException(
                    engine.id(), DatabaseState.UNKNOWN, String.valueOf(clean.getMessage()), clean);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
