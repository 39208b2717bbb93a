package dev.switchback.core.usecase;

import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the recorded state of one migration right, on the word of the user; no script runs. */
final class RepairCommand {

    private final Workspace workspace;
    private final Database database;
    private final Locking locking;
    private final SchemaVersionStore store;
    private final Journal journal;
    private final MigrationFiles files;

    RepairCommand(
            Workspace workspace,
            Database database,
            Locking locking,
            SchemaVersionStore store,
            Journal journal,
            MigrationFiles files) {
        this.workspace = workspace;
        this.database = database;
        this.locking = locking;
        this.store = store;
        this.journal = journal;
        this.files = files;
    }

    RepairResult repair(RepairAction action) {
        // the files may be what is wrong, so they are read without being judged
        Offer offer = workspace.offer();
        List<String> changes = new ArrayList<>();
        if (!database.exists()) {
            if (action instanceof RepairAction.UpdateChecksum) {
                changes.addAll(record(action, script(offer, action)));
                return new RepairResult(
                        changes, workspace.look(workspace.offer()).problems());
            }
            throw unknown(action);
        }
        return locking.locked(turn -> {
            Connection connection = turn.connection();
            Reconciliation state = workspace.reconcile(connection, offer);
            Repair repair = new Repair(action, script(offer, action), row(state.history(), action), connection);
            repair.run(changes);
            Offer after = workspace.offer();
            return new RepairResult(
                    changes, workspace.reconcile(connection, after).problems());
        });
    }

    /** Records the files of a migration, or a file named by its path, in the manifest as they are now. */
    private List<String> record(RepairAction action, Optional<MigrationScript> script) {
        List<String> paths = new ArrayList<>(List.of(action.migration()));
        script.ifPresent(s -> {
            paths.add(s.script());
            s.migration().downScript().ifPresent(paths::add);
        });
        if (!files.record(paths)) {
            throw unknown(action);
        }
        return List.of(script.map(MigrationScript::script).orElse(action.migration()) + " is accepted as it is now");
    }

    private static Optional<MigrationScript> script(Offer offer, RepairAction action) {
        return offer.migrations().stream()
                .filter(m -> names(
                        action,
                        m.script(),
                        m.migration().version().map(Object::toString),
                        m.migration().description()))
                .findFirst();
    }

    private static Optional<AppliedMigration> row(List<AppliedMigration> history, RepairAction action) {
        return history.stream()
                .filter(a -> names(action, a.script(), a.version().map(Object::toString), a.description()))
                .findFirst();
    }

    private static boolean names(RepairAction action, String script, Optional<String> version, String description) {
        String name = action.migration();
        return fileName(name).equals(fileName(script))
                || version.filter(v -> sameVersion(v, name)).isPresent()
                || (version.isEmpty() && name.equals(description));
    }

    /** The history has no folders, the files may have; versions and descriptions are unique across them. */
    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean sameVersion(String version, String name) {
        return MigrationVersion.isVersion(name)
                && name.length() <= MigrationVersion.MAX_LENGTH
                && MigrationVersion.of(version).equals(MigrationVersion.of(name));
    }

    private static InvalidTargetException unknown(RepairAction action) {
        return new InvalidTargetException(action.migration(), "no migration is called that", List.of());
    }

    /** One repair of one migration. */
    private final class Repair {
        private final RepairAction action;
        private final Optional<MigrationScript> script;
        private final Optional<AppliedMigration> row;
        private final Connection connection;

        Repair(
                RepairAction action,
                Optional<MigrationScript> script,
                Optional<AppliedMigration> row,
                Connection connection) {
            this.action = action;
            this.script = script;
            this.row = row;
            this.connection = connection;
        }

        void run(List<String> changes) throws SQLException {
            if (script.isEmpty() && row.isEmpty() && !(action instanceof RepairAction.UpdateChecksum)) {
                throw unknown(action);
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
            MigrationScript offered = script.orElseThrow(() -> refused("has no file any more; use --mark-reverted"));
            Optional<AppliedMigration> recorded = recorded();
            boolean record = failed.state() == AppliedMigration.State.FAILED;
            if (record) {
                store.create(connection);
            }
            Writing.inTransaction(connection, c -> {
                if (recorded.isPresent() && (record || recorded.get().failed())) {
                    store.forget(c, List.of(recorded.get()));
                }
                if (record) {
                    store.stamp(c, List.of(offered));
                }
                forgetAttempt(c, offered.script());
            });
            changes.add(offered.script() + " is recorded as applied");
        }

        private void markReverted(List<String> changes) throws SQLException {
            AppliedMigration failed = failed();
            Writing.inTransaction(connection, c -> {
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
                forgetAttempt(c, failed.script());
            });
            changes.add(failed.script() + " is recorded as reverted and is pending again");
        }

        private void updateChecksum(List<String> changes) throws SQLException {
            changes.addAll(record(action, script));
            if (script.isEmpty()) {
                return;
            }
            MigrationScript offered = script.get();
            if (row.isPresent() && row.get().state() == AppliedMigration.State.APPLIED) {
                Writing.inTransaction(connection, c -> store.updateChecksum(c, offered, row.get()));
                changes.add("the checksum of " + offered.script() + " is recorded as the file is now");
            }
        }

        private void forgetMissing(List<String> changes) throws SQLException {
            if (script.isPresent()) {
                throw refused("still has its file " + script.get().script());
            }
            AppliedMigration gone = row.filter(AppliedMigration::inEffect).orElseThrow(() -> refused("is not applied"));
            Writing.inTransaction(connection, c -> store.forget(c, List.of(gone)));
            changes.add(gone.script() + " is forgotten");
        }

        private void forgetAttempt(Connection c, String script) throws SQLException {
            if (journal.exists(c)) {
                journal.remove(c, script);
            }
        }

        private AppliedMigration failed() {
            return row.filter(AppliedMigration::failed)
                    .orElseThrow(() -> refused("did not fail, so there is nothing to decide"));
        }

        /** The row of the engine's own table, without what the journal adds. */
        private Optional<AppliedMigration> recorded() throws SQLException {
            return row(store.read(connection), action);
        }

        private List<AppliedMigration> repeatables() throws SQLException {
            return store.read(connection).stream()
                    .filter(a -> a.kind() == MigrationKind.REPEATABLE && a.inEffect())
                    .toList();
        }

        private InvalidTargetException refused(String why) {
            return new InvalidTargetException(action.migration(), why, List.of());
        }
    }
}
