package dev.switchback.core.usecase;

import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.FilesReport;
import dev.switchback.api.model.Finding;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.LockStatus;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Looks for what could stand in the way of a run. Goes on after a bad finding as long as that makes sense. */
final class DoctorCommand {

    private static final String DATABASE = "database";

    private final Workspace workspace;
    private final Database database;
    private final FileQueries files;
    private final LockQuery lock;
    private final SchemaVersionStore store;
    private final EngineInfo engine;
    private final String historyTable;
    private final Clock clock;

    DoctorCommand(
            Workspace workspace,
            Database database,
            FileQueries files,
            LockQuery lock,
            SchemaVersionStore store,
            EngineInfo engine,
            String historyTable,
            Clock clock) {
        this.workspace = workspace;
        this.database = database;
        this.files = files;
        this.lock = lock;
        this.store = store;
        this.engine = engine;
        this.historyTable = historyTable;
        this.clock = clock;
    }

    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("engine", engine.name() + " " + engine.version() + ", history in " + historyTable));
        findings.addAll(tried("files", this::filesFound));
        if (!database.exists()) {
            DatabaseInfo info = database.info();
            findings.add(Finding.ok(DATABASE, info.name() + " (" + info.product() + ") does not exist yet"));
            return findings;
        }
        int before = findings.size();
        findings.addAll(tried(DATABASE, this::databaseFound));
        boolean answers = findings.stream()
                .skip(before)
                .noneMatch(f -> f.topic().equals(DATABASE) && f.level() == Finding.Level.PROBLEM);
        if (answers) {
            findings.addAll(tried("permission", this::permissionFound));
            findings.addAll(tried("history", this::historyFound));
            findings.addAll(tried("lock", this::lockFound));
        }
        return findings;
    }

    private static List<Finding> tried(String topic, Supplier<List<Finding>> look) {
        try {
            return look.get();
        } catch (SwitchbackException e) {
            return List.of(Finding.problem(
                    topic, Objects.requireNonNullElse(e.getMessage(), e.code().name()), e.nextStep()));
        }
    }

    private List<Finding> filesFound() {
        FilesReport report = files.files();
        List<Finding> findings = new ArrayList<>();
        report.problems().forEach(p -> findings.add(Finding.problem("files", p.message(), p.nextStep())));
        report.warnings().forEach(w -> findings.add(Finding.warning("files", w, "have a look at it")));
        if (report.problems().isEmpty()) {
            findings.add(Finding.ok(
                    "files",
                    report.migrations().size()
                            + (report.migrations().size() == 1 ? " migration" : " migrations")
                            + ", nothing wrong"));
        }
        return findings;
    }

    private List<Finding> databaseFound() {
        return database.read(connection -> {
            List<Finding> findings = new ArrayList<>();
            DatabaseInfo info = database.info(connection);
            DatabaseMetaData driver = connection.getMetaData();
            findings.add(Finding.ok(DATABASE, info.name() + ", " + info.product() + " " + info.version()));
            findings.add(Finding.ok("driver", driver.getDriverName() + " " + driver.getDriverVersion()));
            findings.addAll(database.examine(connection, clock));
            return findings;
        });
    }

    /** Whether this user may write into the history table, or create it. */
    private List<Finding> permissionFound() {
        return database.read(connection -> {
            if (store.exists(connection)) {
                database.requireRights(connection, EnumSet.of(HistoryRight.SELECT, HistoryRight.INSERT));
            } else {
                database.requireCreation(connection);
            }
            return List.of(Finding.ok("permission", "this user may record migrations"));
        });
    }

    private List<Finding> historyFound() {
        Offer offer = workspace.offer();
        Reconciliation state = workspace.look(offer);
        List<Finding> findings = new ArrayList<>();
        state.problems().forEach(p -> findings.add(Finding.problem("history", p.message(), p.nextStep())));
        state.warnings().forEach(w -> findings.add(Finding.warning("history", w, "have a look at it")));
        if (state.problems().isEmpty()) {
            long pending =
                    state.statuses().stream().filter(s -> s.state().pending()).count();
            findings.add(Finding.ok(
                    "history",
                    "at " + state.current().map(Object::toString).orElse("base") + ", " + pending + " pending"));
        }
        return findings;
    }

    private List<Finding> lockFound() {
        LockStatus status = lock.status();
        if (!lock.keepsRunsApart()) {
            return List.of(Finding.warning(
                    "lock",
                    status.lock(),
                    "leave lock.type out, unless one process at a time migrates by construction"));
        }
        List<LockHolder> holders = status.holders();
        return holders.isEmpty()
                ? List.of(Finding.ok("lock", "free"))
                : holders.stream()
                        .map(holder -> Finding.warning(
                                "lock", "held by " + holder.describe(), "look with: switchback lock status"))
                        .toList();
    }
}
