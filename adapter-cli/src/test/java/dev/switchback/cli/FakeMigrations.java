package dev.switchback.cli;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.DriverInfo;
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
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.Problem;
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
import dev.switchback.cli.command.ApiEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A manager without a database: two migrations, the first applied. It writes down which changes were asked of it, and
 * fails with whatever a test gives it.
 */
final class FakeMigrations implements MigrationManager, ApiEntry {

    final List<String> changes = new ArrayList<>();
    Optional<MigrationVersion> located = current();
    private final Optional<RuntimeException> failure;
    private final List<Problem> problems;
    private RunResult up = Samples.run(Direction.UP);
    private DatabaseInfo database = Samples.DATABASE;
    private int opened;
    private int closed;

    private FakeMigrations(Optional<RuntimeException> failure, List<Problem> problems) {
        this.failure = failure;
        this.problems = problems;
    }

    static FakeMigrations sound() {
        return new FakeMigrations(Optional.empty(), List.of());
    }

    static FakeMigrations failing(RuntimeException failure) {
        return new FakeMigrations(Optional.of(failure), List.of());
    }

    static FakeMigrations with(Problem... problems) {
        return new FakeMigrations(Optional.empty(), List.of(problems));
    }

    /** Another process does the work while this one waits. */
    static FakeMigrations slower() {
        FakeMigrations fake = sound();
        fake.up = Samples.nothingLeft();
        return fake;
    }

    /** The database is on a server. */
    static FakeMigrations onServer() {
        FakeMigrations fake = sound();
        fake.database = Samples.SERVER;
        return fake;
    }

    boolean closedWhatItOpened() {
        return opened == closed;
    }

    @Override
    public MigrationManager open(SettingsLoader settings, MigrationListener listener) {
        settings.load();
        opened++;
        return this;
    }

    @Override
    public List<EngineInfo> engines() {
        return List.of(Samples.ENGINE);
    }

    @Override
    public List<DriverInfo> drivers() {
        return List.of();
    }

    private void change(String what) {
        failure.ifPresent(e -> {
            throw e;
        });
        changes.add(what);
    }

    @Override
    public StatusReport status() {
        StatusReport seen = Samples.status(problems);
        return new StatusReport(
                database,
                seen.engine(),
                seen.historyTable(),
                seen.current(),
                seen.head(),
                seen.migrations(),
                seen.problems(),
                seen.warnings());
    }

    @Override
    public List<AppliedMigration> history() {
        return List.of(Samples.applied(Samples.FIRST));
    }

    @Override
    public Optional<MigrationVersion> current() {
        return Samples.FIRST.version();
    }

    @Override
    public CheckReport check() {
        return new CheckReport(problems, status().pending(), current(), 2, List.of());
    }

    @Override
    public MigrationPlan plan(Direction direction, Target target) {
        return new MigrationPlan(
                direction,
                current(),
                Optional.empty(),
                List.of(new PlannedMigration(Samples.FIRST, "U1__first.sql", true, List.of())),
                List.of(),
                "f1");
    }

    @Override
    public Optional<MigrationVersion> locate(Target target) {
        return located;
    }

    @Override
    public FilesReport files() {
        return new FilesReport(List.of(Samples.FIRST), problems, List.of());
    }

    @Override
    public MigrationDetails show(String migration) {
        return new MigrationDetails(
                status().migrations().get(0), Optional.empty(), Optional.empty(), Optional.empty(), problems);
    }

    @Override
    public List<Finding> doctor() {
        return List.of(Finding.ok("database", "there"));
    }

    @Override
    public RunResult execute(PlanReference plan) {
        change("execute " + plan.direction() + " " + plan.fingerprint());
        return plan.direction() == Direction.UP ? up : Samples.run(Direction.DOWN);
    }

    @Override
    public StampResult stampAfresh(Target target) {
        change("stamp afresh " + target);
        return new StampResult(current(), Optional.empty(), List.of(), List.of());
    }

    @Override
    public RebaseResult rebase(List<String> migrations) {
        change("rebase " + migrations);
        return new RebaseResult(List.of());
    }

    @Override
    public LockStatus releaseEngineLock() {
        change("release");
        return Samples.lock();
    }

    @Override
    public EngineOutput engineCommand(List<String> words) {
        change("engine " + words);
        return new EngineOutput(words.get(0), "said", !words.contains("bad"));
    }

    @Override
    public boolean engineCommandWrites(List<String> words) {
        return words.contains("repair");
    }

    @Override
    public LockStatus lockStatus() {
        return Samples.lock();
    }

    @Override
    public RunResult upgrade(Target target) {
        change("upgrade " + target);
        return up;
    }

    @Override
    public RunResult downgrade(Target target) {
        change("downgrade " + target);
        return Samples.run(Direction.DOWN);
    }

    @Override
    public AutoUpgradeResult autoUpgrade() {
        change("auto-upgrade");
        return new AutoUpgradeResult(1, Optional.of(up));
    }

    @Override
    public StampResult stamp(Target target) {
        change("stamp " + target);
        return new StampResult(current(), Optional.empty(), List.of(), List.of());
    }

    @Override
    public RepairResult repair(RepairAction action) {
        String from =
                action instanceof RepairAction.Resume resume && resume.from().isPresent()
                        ? " from " + resume.from().getAsInt()
                        : "";
        change("repair " + action.migration() + from);
        return new RepairResult(List.of("forgot " + action.migration()), List.of());
    }

    @Override
    public CreateResult create(CreateRequest request) {
        change("create " + request.description());
        return new CreateResult(
                new CreateResult.NewFile(Path.of("V2__x.sql"), "-- x\n"), Optional.empty(), Path.of("migrations.sum"));
    }

    @Override
    public AutogenerateResult autogenerate(AutogenerateRequest request) {
        change(("autogenerate " + request.description() + " " + request.renames()).replace(" []", ""));
        return new AutogenerateResult(
                Optional.empty(), List.of(), List.of(), 0, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    @Override
    public SchemaComparison diff(SchemaSource from, SchemaSource to) {
        return new SchemaComparison(from.toString(), to.toString(), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public SchemaComparison checkModel() {
        return diff(new SchemaSource.Migrations(), new SchemaSource.Model());
    }

    @Override
    public SchemaComparison drift() {
        return diff(new SchemaSource.Migrations(), new SchemaSource.Live());
    }

    @Override
    public SchemaListing inspect(SchemaSource source) {
        return new SchemaListing(source.toString(), List.of(), List.of());
    }

    @Override
    public ExportResult export(String format, Path file) {
        change("export " + format);
        return new ExportResult(List.of(file), 2, List.of());
    }

    @Override
    public boolean createDatabase() {
        change("create database");
        return true;
    }

    @Override
    public void awaitDatabase(Duration timeout) {
        change("await " + timeout);
    }

    @Override
    public StatusReport awaitHead(Duration timeout) {
        change("await head " + timeout);
        return status();
    }

    @Override
    public boolean stop() {
        return false;
    }

    @Override
    public EngineInfo engine() {
        return Samples.ENGINE;
    }

    @Override
    public void close() {
        closed++;
    }
}
