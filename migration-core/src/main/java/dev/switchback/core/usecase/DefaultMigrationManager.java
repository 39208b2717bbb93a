package dev.switchback.core.usecase;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.EngineFailureException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineCapability;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.EngineOutput;
import dev.switchback.api.model.ExportResult;
import dev.switchback.api.model.FilesReport;
import dev.switchback.api.model.Finding;
import dev.switchback.api.model.LockStatus;
import dev.switchback.api.model.MigrationDetails;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.PlanReference;
import dev.switchback.api.model.RebaseResult;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.StampResult;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.api.schema.SchemaListing;
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
    private final UseCases does;
    private final Stopping stopping;
    private final Redaction redaction;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    DefaultMigrationManager(
            EngineInfo engine, UseCases does, Stopping stopping, Redaction redaction, Runnable release) {
        this.engine = engine;
        this.does = does;
        this.stopping = stopping;
        this.redaction = redaction;
        this.release = release;
    }

    @Override
    public StatusReport status() {
        return with(does.queries(), it -> it.status());
    }

    @Override
    public List<AppliedMigration> history() {
        return with(does.queries(), it -> it.history());
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
        return with(does.queries(), it -> it.check());
    }

    @Override
    public FilesReport files() {
        return with(does.fileQueries(), it -> it.files());
    }

    @Override
    public MigrationDetails show(String migration) {
        return with(does.fileQueries(), it -> it.show(migration));
    }

    @Override
    public List<Finding> doctor() {
        return with(does.doctor(), it -> it.examine());
    }

    @Override
    public MigrationPlan plan(Direction direction, Target target) {
        return with(does.queries(), it -> it.plan(direction, possible(target)));
    }

    @Override
    public Optional<MigrationVersion> locate(Target target) {
        return with(does.queries(), it -> it.locate(possible(target)));
    }

    @Override
    public LockStatus lockStatus() {
        return with(does.lock(), it -> it.status());
    }

    @Override
    public RunResult upgrade(Target target) {
        return with(does.run(), it -> it.run(Direction.UP, possible(target)));
    }

    @Override
    public RunResult downgrade(Target target) {
        return with(does.run(), it -> it.run(Direction.DOWN, possible(target)));
    }

    @Override
    public RunResult execute(PlanReference plan) {
        return with(does.run(), it -> it.execute(plan));
    }

    @Override
    public AutoUpgradeResult autoUpgrade() {
        return with(does.run(), it -> it.autoUpgrade());
    }

    @Override
    public StampResult stamp(Target target) {
        return with(does.stamp(), it -> it.stamp(possible(target)));
    }

    @Override
    public StampResult stampAfresh(Target target) {
        return with(does.stamp(), it -> it.stampAfresh(possible(target)));
    }

    @Override
    public RepairResult repair(RepairAction action) {
        return with(does.repair(), it -> it.repair(action));
    }

    @Override
    public CreateResult create(CreateRequest request) {
        return with(does.files(), it -> it.create(request));
    }

    @Override
    public RebaseResult rebase(List<String> migrations) {
        return with(does.rebase(), it -> it.rebase(migrations));
    }

    @Override
    public LockStatus releaseEngineLock() {
        return with(does.engineLock(), it -> it.release());
    }

    @Override
    public EngineOutput engineCommand(List<String> words) {
        return with(does.console(), it -> it.run(words));
    }

    @Override
    public boolean engineCommandWrites(List<String> words) {
        return with(does.console(), it -> it.writes(words));
    }

    @Override
    public AutogenerateResult autogenerate(AutogenerateRequest request) {
        return with(does.autogenerate(), it -> it.run(request));
    }

    @Override
    public SchemaComparison diff(SchemaSource from, SchemaSource to) {
        return with(does.comparisons(), it -> it.diff(from, to));
    }

    @Override
    public SchemaComparison checkModel() {
        return with(does.comparisons(), it -> it.checkModel());
    }

    @Override
    public SchemaComparison drift() {
        return with(does.comparisons(), it -> it.drift());
    }

    @Override
    public SchemaListing inspect(SchemaSource source) {
        return with(does.comparisons(), it -> it.inspect(source));
    }

    @Override
    public ExportResult export(String format, Path file) {
        return with(does.export(), it -> it.export(format, file));
    }

    @Override
    public EngineInfo engine() {
        return engine;
    }

    @Override
    public boolean createDatabase() {
        return with(does.waiting(), it -> it.createDatabase());
    }

    @Override
    public void awaitDatabase(Duration timeout) {
        with(does.waiting(), it -> {
            it.forDatabase(timeout);
            return timeout;
        });
    }

    @Override
    public StatusReport awaitHead(Duration timeout) {
        return with(does.waiting(), it -> it.forHead(timeout));
    }

    @Override
    public boolean stop() {
        return stopping.request();
    }

    private Target possible(Target target) {
        if (target instanceof Target.Tag && !engine.capabilities().contains(EngineCapability.TAGS)) {
            throw new UnsupportedCapabilityException(
                    engine.id(), "tags, so nothing is " + target, "give a version: switchback history shows them");
        }
        return target;
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
