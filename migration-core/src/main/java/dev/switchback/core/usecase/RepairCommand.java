package dev.switchback.core.usecase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.UnusableFiles;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the recorded state of one migration right, on the word of the user; only a resume runs a script. */
final class RepairCommand {

    private final Workspace workspace;
    private final Database database;
    private final Locking locking;
    private final SchemaVersionStore store;
    private final Journal journal;
    private final MigrationFiles files;
    private final ResumeCommand resume;

    RepairCommand(
            Workspace workspace,
            Database database,
            Locking locking,
            SchemaVersionStore store,
            Journal journal,
            MigrationFiles files,
            ResumeCommand resume) {
        this.workspace = workspace;
        this.database = database;
        this.locking = locking;
        this.store = store;
        this.journal = journal;
        this.files = files;
        this.resume = resume;
    }

    RepairResult repair(RepairAction action) {
        if (action instanceof RepairAction.Resume rest) {
            return resume.resume(rest);
        }
        MigrationName name = new MigrationName(action.migration());
        // the files may be what is wrong, so they are read without being judged
        Offer offer = workspace.offer();
        List<String> changes = new ArrayList<>();
        if (!database.exists()) {
            if (action instanceof RepairAction.UpdateChecksum) {
                name.requireOneFile(offer);
                changes.addAll(record(name, name.in(offer)));
                return new RepairResult(
                        changes, workspace.look(workspace.offer()).problems());
            }
            throw name.unknown();
        }
        return locking.locked(turn -> {
            Connection connection = turn.connection();
            workspace.requireOwnHistory(connection);
            locking.letTheEngineIn(turn);
            Reconciliation state = workspace.reconcile(connection, offer);
            // where two files have the version, the one that its row tells of
            Optional<MigrationScript> script = name.in(state.offer());
            if (script.isPresent() && !hasRow(script.get(), state.history())) {
                name.requireOneFile(offer);
            }
            Optional<AppliedMigration> row = row(name, script, state.history());
            if (action instanceof RepairAction.ForgetMissing && row.isPresent()) {
                requireNoFile(
                        name, UnusableFiles.among(offer.problems()).of(row.get().script()));
            }
            Repair repair = new Repair(action, name, script, row, connection);
            repair.run(changes);
            return new RepairResult(changes, workspace.remaining(connection, changes));
        });
    }

    private static void requireNoFile(MigrationName name, Optional<Problem> unusable) {
        if (unusable.isPresent()) {
            throw name.refused(
                    "is not known to have lost its file: " + unusable.get().message());
        }
    }

    private static boolean hasRow(MigrationScript script, List<AppliedMigration> history) {
        return history.stream().anyMatch(row -> row.script().equals(script.script()));
    }

    /** The row that has the name of the file too, if there is one: a file that was renamed and ran again has two. */
    private static Optional<AppliedMigration> row(
            MigrationName name, Optional<MigrationScript> script, List<AppliedMigration> history) {
        return history.stream()
                .filter(row ->
                        script.filter(s -> s.script().equals(row.script())).isPresent())
                .findFirst()
                .or(() -> name.in(history));
    }

    /** Records the files of a migration, or a file named by its path, in the manifest as they are now. */
    private List<String> record(MigrationName name, Optional<MigrationScript> script) {
        List<String> paths = new ArrayList<>(List.of(name.text()));
        script.ifPresent(s -> {
            paths.add(s.script());
            s.migration().downScript().ifPresent(paths::add);
        });
        if (!files.record(paths)) {
            throw name.unknown();
        }
        return List.of(script.map(MigrationScript::script).orElse(name.text()) + " is accepted as it is now");
    }

    /** One repair of one migration. */
    private final class Repair {
        private final RepairAction action;
        private final MigrationName name;
        private final Optional<MigrationScript> script;
        private final Optional<AppliedMigration> row;
        private final Connection connection;

        Repair(
                RepairAction action,
                MigrationName name,
                Optional<MigrationScript> script,
                Optional<AppliedMigration> row,
                Connection connection) {
            this.action = action;
            this.name = name;
            this.script = script;
            this.row = row;
            this.connection = connection;
        }

        void run(List<String> changes) throws SQLException {
            if (script.isEmpty() && row.isEmpty() && !(action instanceof RepairAction.UpdateChecksum)) {
                throw name.unknown();
            }
            // not a switch over the types: Java 17 has none
            if (action instanceof RepairAction.MarkApplied) {
                markApplied(changes);
            } else if (action instanceof RepairAction.MarkReverted) {
                markReverted(changes);
            } else if (action instanceof RepairAction.UpdateChecksum) {
                updateChecksum(changes);
            } else {
                forgetMissing(changes);
            }
        }

        private void markApplied(List<String> changes) throws SQLException {
            AppliedMigration failed = failed();
            MigrationScript offered =
                    script.orElseThrow(() -> name.refused("has no file any more; use --mark-reverted"));
            Optional<AppliedMigration> recorded = recorded();
            boolean record = failed.state() == AppliedMigration.State.FAILED;
            if (record) {
                store.create(connection);
            }
            Writing.inTransaction(database, connection, c -> {
                if (recorded.isPresent() && (record || recorded.get().failed())) {
                    store.forget(c, List.of(recorded.get()));
                }
                if (record) {
                    store.stamp(c, List.of(offered));
                }
                journal.remove(c, offered.script());
            });
            changes.add(offered.script() + " is recorded as applied");
        }

        private void markReverted(List<String> changes) throws SQLException {
            AppliedMigration failed = failed();
            Writing.inTransaction(database, connection, c -> {
                Optional<AppliedMigration> recorded = recorded();
                if (recorded.isPresent()) {
                    store.forget(c, List.of(recorded.get()));
                }
                if (failed.state() == AppliedMigration.State.FAILED_DOWN) {
                    // the marker of the failed attempt is gone, the migration itself may still be on record
                    Optional<AppliedMigration> applied = recorded();
                    if (applied.isPresent() && applied.get().inEffect()) {
                        store.forget(c, List.of(applied.get()));
                    }
                    store.forget(c, repeatables());
                }
                journal.remove(c, failed.script());
            });
            changes.add(failed.script() + " is recorded as reverted and is pending again");
        }

        private void updateChecksum(List<String> changes) throws SQLException {
            changes.addAll(record(name, script));
            if (script.isEmpty()) {
                return;
            }
            MigrationScript offered = script.get();
            // that a repeatable migration runs again is what its edit is for, so its row stays that of the run before
            boolean runsOnce = offered.kind() != MigrationKind.REPEATABLE;
            if (runsOnce && row.isPresent() && row.get().state() == AppliedMigration.State.APPLIED) {
                Writing.inTransaction(database, connection, c -> store.updateChecksum(c, offered, row.get()));
                changes.add("the checksum of " + offered.script() + " is recorded as the file is now");
                if (store.isRenamed(offered, row.get())) {
                    changes.add(row.get().script() + " is recorded under its new name " + offered.script());
                }
            }
        }

        private void forgetMissing(List<String> changes) throws SQLException {
            if (script.isPresent()) {
                throw name.refused("still has its file " + script.get().script());
            }
            AppliedMigration gone =
                    row.filter(AppliedMigration::inEffect).orElseThrow(() -> name.refused("is not applied"));
            Writing.inTransaction(database, connection, c -> {
                store.forget(c, List.of(gone));
                journal.remove(c, gone.script());
            });
            changes.add(gone.script() + " is forgotten");
        }

        private AppliedMigration failed() {
            return row.filter(AppliedMigration::failed)
                    .orElseThrow(() -> name.refused("did not fail, so there is nothing to decide"));
        }

        /** The row of the engine's own table, without what the journal adds. */
        private Optional<AppliedMigration> recorded() throws SQLException {
            return name.in(store.read(connection));
        }

        private List<AppliedMigration> repeatables() throws SQLException {
            return store.read(connection).stream()
                    .filter(a -> a.kind() == MigrationKind.REPEATABLE && a.inEffect())
                    .toList();
        }
    }
}
