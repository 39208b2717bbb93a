package dev.switchback.core.usecase;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.ExportResult;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.StampResult;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.MigrationFiles;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The manager: one use case behind each method. */
final class DefaultMigrationManager implements MigrationManager {

    private final EngineInfo engine;
    private final Queries queries;
    private final RunCommand run;
    private final StampCommand stamp;
    private final RepairCommand repair;
    private final MigrationFiles files;
    private final ExportCommand export;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    DefaultMigrationManager(
            EngineInfo engine,
            Queries queries,
            RunCommand run,
            StampCommand stamp,
            RepairCommand repair,
            MigrationFiles files,
            ExportCommand export,
            Runnable release) {
        this.engine = engine;
        this.queries = queries;
        this.run = run;
        this.stamp = stamp;
        this.repair = repair;
        this.files = files;
        this.export = export;
        this.release = release;
    }

    @Override
    public StatusReport status() {
        return open(queries).status();
    }

    @Override
    public List<AppliedMigration> history() {
        return open(queries).history();
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
        return open(queries).check();
    }

    @Override
    public MigrationPlan plan(Direction direction, Target target) {
        return open(queries).plan(direction, target);
    }

    @Override
    public RunResult upgrade(Target target) {
        return open(run).run(Direction.UP, target);
    }

    @Override
    public RunResult downgrade(Target target) {
        return open(run).run(Direction.DOWN, target);
    }

    @Override
    public AutoUpgradeResult autoUpgrade() {
        return open(run).autoUpgrade();
    }

    @Override
    public StampResult stamp(Target target) {
        return open(stamp).stamp(target);
    }

    @Override
    public RepairResult repair(RepairAction action) {
        return open(repair).repair(action);
    }

    @Override
    public CreateResult create(CreateRequest request) {
        return open(files).create(request);
    }

    @Override
    public ExportResult export(String format, Path file) {
        return open(export).export(format, file);
    }

    @Override
    public EngineInfo engine() {
        return engine;
    }

    private <T> T open(T useCase) {
        if (closed.get()) {
            throw new ConfigurationException("manager", "it is closed", "open a new one");
        }
        return useCase;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
