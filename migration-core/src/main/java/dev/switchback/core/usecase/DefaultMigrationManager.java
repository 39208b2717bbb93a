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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The manager: one use case behind each method. */
final class DefaultMigrationManager implements MigrationManager {

    private final ManagerParts parts;
    private final UseCases does;
    private final AtomicBoolean closed = new AtomicBoolean();

    DefaultMigrationManager(ManagerParts parts, UseCases does) {
        this.parts = parts;
        this.does = does;
    }

    @Override
    public StatusReport status() {
        return with(it -> it.queries().status());
    }

    @Override
    public List<AppliedMigration> history() {
        return with(it -> it.queries().history());
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
        return with(it -> it.queries().check());
    }

    @Override
    public FilesReport files() {
        return with(it -> it.fileQueries().files());
    }

    @Override
    public MigrationDetails show(String migration) {
        return with(it -> it.fileQueries().show(migration));
    }

    @Override
    public List<Finding> doctor() {
        return with(it -> it.doctor().examine());
    }

    @Override
    public MigrationPlan plan(Direction direction, Target target) {
        return with(it -> it.queries().plan(direction, possible(target)));
    }

    @Override
    public Optional<MigrationVersion> locate(Target target) {
        return with(it -> it.queries().locate(possible(target)));
    }

    @Override
    public LockStatus lockStatus() {
        return with(it -> it.lock().status());
    }

    @Override
    public RunResult upgrade(Target target) {
        return with(it -> it.run().run(Direction.UP, possible(target)));
    }

    @Override
    public RunResult downgrade(Target target) {
        return with(it -> it.run().run(Direction.DOWN, possible(target)));
    }

    @Override
    public RunResult execute(PlanReference plan) {
        return with(it -> it.run().execute(plan));
    }

    @Override
    public AutoUpgradeResult autoUpgrade() {
        return with(it -> it.run().autoUpgrade());
    }

    @Override
    public StampResult stamp(Target target) {
        return with(it -> it.stamp().stamp(possible(target)));
    }

    @Override
    public StampResult stampAfresh(Target target) {
        return with(it -> it.stamp().stampAfresh(possible(target)));
    }

    @Override
    public RepairResult repair(RepairAction action) {
        return with(it -> it.repair().repair(action));
    }

    @Override
    public CreateResult create(CreateRequest request) {
        return with(it -> it.files().create(request));
    }

    @Override
    public RebaseResult rebase(List<String> migrations) {
        return with(it -> it.rebase().rebase(migrations));
    }

    @Override
    public LockStatus releaseEngineLock() {
        return with(it -> it.releaseEngineLock().release());
    }

    @Override
    public EngineOutput engineCommand(List<String> words) {
        return with(it -> it.console().run(words));
    }

    @Override
    public boolean engineCommandWrites(List<String> words) {
        return with(it -> it.console().writes(words));
    }

    @Override
    public AutogenerateResult autogenerate(AutogenerateRequest request) {
        return with(it -> it.autogenerate().run(request));
    }

    @Override
    public SchemaComparison diff(SchemaSource from, SchemaSource to) {
        return with(it -> it.comparisons().diff(from, to));
    }

    @Override
    public SchemaComparison checkModel() {
        return with(it -> it.comparisons().checkModel());
    }

    @Override
    public SchemaComparison drift() {
        return with(it -> it.comparisons().drift());
    }

    @Override
    public SchemaListing inspect(SchemaSource source) {
        return with(it -> it.comparisons().inspect(source));
    }

    @Override
    public ExportResult export(String format, Path file) {
        return with(it -> it.export().export(format, file));
    }

    @Override
    public EngineInfo engine() {
        return parts.engineInfo();
    }

    @Override
    public boolean createDatabase() {
        return with(it -> it.waiting().createDatabase());
    }

    @Override
    public void awaitDatabase(Duration timeout) {
        with(it -> {
            it.waiting().forDatabase(timeout);
            return timeout;
        });
    }

    @Override
    public StatusReport awaitHead(Duration timeout) {
        return with(it -> it.waiting().forHead(timeout));
    }

    @Override
    public boolean stop() {
        return does.stopping().request();
    }

    private Target possible(Target target) {
        if (target instanceof Target.Tag && !engine().capabilities().contains(EngineCapability.TAGS)) {
            throw new UnsupportedCapabilityException(
                    engine().id(), "tags, so nothing is " + target, "give a version: switchback history shows them");
        }
        return target;
    }

    /** What nobody foresaw, thrown by a driver or an engine, may quote what it was given: a secret never gets out. */
    private <T> T with(Function<UseCases, T> work) {
        if (closed.get()) {
            throw new ConfigurationException("manager", "it is closed", "open a new one");
        }
        try {
            return work.apply(does);
        } catch (SwitchbackException e) {
            throw e;
        } catch (RuntimeException e) {
            Throwable clean = parts.redaction().clean(e);
            if (clean == e) {
                throw e;
            }
            throw new EngineFailureException(
                    engine().id(), DatabaseState.UNKNOWN, String.valueOf(clean.getMessage()), clean);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            parts.release();
        }
    }
}
