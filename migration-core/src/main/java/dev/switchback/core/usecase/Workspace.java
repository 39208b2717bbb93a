package dev.switchback.core.usecase;

import dev.switchback.api.config.TransactionMode;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.Target;
import dev.switchback.core.domain.Attempt;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.HistoryVerifier;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationPlanner;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.ScriptFacts;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.domain.StandIn;
import dev.switchback.core.domain.TransactionRule;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationSource;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What every use case needs: the files, the database, and both side by side. */
final class Workspace {

    private final MigrationSource source;
    private final Database database;
    private final SchemaVersionStore store;
    private final HistoryReader reader;
    private final ForeignHistory foreign;
    private final Redaction redaction;
    private final RunOptions options;

    Workspace(
            MigrationSource source,
            Database database,
            SchemaVersionStore store,
            Journal journal,
            ForeignHistory foreign,
            Redaction redaction,
            RunOptions options) {
        this.source = source;
        this.database = database;
        this.store = store;
        this.reader = new HistoryReader(store, journal);
        this.foreign = foreign;
        this.redaction = redaction;
        this.options = options;
    }

    Offer offer() {
        return source.load();
    }

    /** The files, refused if anything is wrong with them. */
    Offer soundOffer() {
        Offer offer = source.load();
        if (!offer.problems().isEmpty()) {
            throw new InvalidMigrationSourceException(offer.problems());
        }
        return offer;
    }

    /** A planner for one command; it looks into each script once, however often it plans. */
    MigrationPlanner planner() {
        return planner(transactions());
    }

    private static MigrationPlanner planner(TransactionRule transactions) {
        ScriptInspector inspector = inspector(transactions);
        // by the script and not its file: a file in the format of an engine holds the way up and the way down
        IdentityHashMap<SqlScript, ScriptFacts> known = new IdentityHashMap<>();
        return new MigrationPlanner(script -> inspected(script, inspector, known), transactions);
    }

    private static ScriptFacts inspected(
            SqlScript script, ScriptInspector inspector, IdentityHashMap<SqlScript, ScriptFacts> known) {
        ScriptFacts facts = known.get(script);
        if (facts == null) {
            facts = inspector.inspect(script);
            known.put(script, facts);
        }
        return facts;
    }

    /** Looks into scripts as a run would. */
    ScriptInspector inspector() {
        return inspector(transactions());
    }

    private static ScriptInspector inspector(TransactionRule transactions) {
        return new ScriptInspector(Dialect.of(transactions.database()), transactions.allows());
    }

    private TransactionRule transactions() {
        return new TransactionRule(options.transaction(), database.kind());
    }

    /** Files and history as they are now, without a lock. A database that does not exist has no history. */
    Reconciliation look(Offer offer) {
        if (!database.exists()) {
            return verifier().reconcile(offer, List.of());
        }
        return database.read(connection -> reconcile(connection, offer));
    }

    /** All that the files offer, as an empty database would run it. */
    List<MigrationStep> allSteps() {
        return steps(soundOffer());
    }

    /**
     * The same for what the database has had, and if wanted the repeatable ones that are pending. Who finds a problem cannot
     * tell what it has had.
     */
    List<MigrationStep> appliedSteps(boolean repeatable) {
        Offer offer = soundOffer();
        Reconciliation state = look(offer);
        StandIn baseline = state.standIn();
        List<Problem> problems = new ArrayList<>(state.problems());
        state.statuses().stream()
                .flatMap(status -> unknown(baseline, status).stream())
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new HistoryMismatchException(problems);
        }
        Set<String> applied = state.statuses().stream()
                .filter(status -> status.state() == MigrationState.APPLIED
                        || status.state() == MigrationState.BASELINE
                        || (repeatable && isPendingRepeatable(status))
                        || baseline.isTakenForHad(status))
                .map(MigrationStatus::script)
                .collect(Collectors.toSet());
        return steps(new Offer(
                offer.migrations().stream()
                        .filter(m -> applied.contains(m.script()))
                        .toList(),
                List.of(),
                List.of()));
    }

    private static boolean isPendingRepeatable(MigrationStatus status) {
        return status.state().pending()
                && status.migration()
                        .filter(migration -> migration.kind() == MigrationKind.REPEATABLE)
                        .isPresent();
    }

    /** What is applied and accepted by a policy, and nobody has the text of any more. */
    private static Optional<Problem> unknown(StandIn baseline, MigrationStatus status) {
        boolean isUnknown = switch (status.state()) {
            case MISSING, AHEAD, OUTDATED -> true;
            case BELOW_BASELINE -> status.migration().isEmpty() && !baseline.isReplaced(status);
            default -> false;
        };
        return isUnknown
                ? Optional.of(new Problem(
                        Problem.Kind.MISSING,
                        status.script(),
                        status.version(),
                        "what " + status.script() + " did is not known any more: its file is gone or was edited",
                        "bring the file back, or compare with something else: switchback diff live schema.sql"))
                : Optional.empty();
    }

    /** For a scratch database, where nothing has to be kept. */
    private List<MigrationStep> steps(Offer offer) {
        return offer.migrations().isEmpty()
                ? List.of()
                : planner(new TransactionRule(TransactionMode.AUTO, database.kind()))
                        .up(verifier().reconcile(offer, List.of()), Target.head())
                        .steps();
    }

    /** The same before a run; empty while another process has the database to itself, which the run then waits for. */
    Optional<Reconciliation> glance(Offer offer) {
        if (!database.exists()) {
            return Optional.of(look(offer));
        }
        return database.readUnlessTaken(connection -> reconcile(connection, offer));
    }

    /** The same on the connection of a command. */
    Reconciliation reconcile(Connection connection, Offer offer) throws SQLException {
        return database.look(connection, c -> compare(c, offer));
    }

    /** What is wrong still; that it cannot be told does not undo what was changed. */
    List<Problem> remaining(Connection connection, List<String> changes) {
        try {
            return reconcile(connection, offer()).allProblems();
        } catch (SQLException e) {
            throw database.unsure(e, "after this was done: " + String.join("; ", changes));
        }
    }

    private Reconciliation compare(Connection connection, Offer offer) throws SQLException {
        Optional<Problem> stranger = foreign.owner(connection);
        if (stranger.isPresent()) {
            return with(stranger, verifier().reconcile(offer, List.of()));
        }
        Reconciliation state = judge(offer, reader.read(connection, offer));
        if (store.exists(connection)) {
            return state.history().isEmpty() && store.hasRowsOfOthers(connection)
                    ? with(foreign.lookBesideOthers(connection), state)
                    : state;
        }
        database.requireNoHistory(connection);
        return with(foreign.look(connection), state);
    }

    /** For what records without running: that tables have no history is no reason against that, it is what it is for. */
    void requireOwnHistory(Connection connection) throws SQLException {
        Optional<Problem> strange = database.look(connection, c -> {
            Optional<Problem> stranger = foreign.owner(c);
            return stranger.isPresent() || store.exists(c) ? stranger : foreign.elsewhere(c);
        });
        if (strange.isPresent()) {
            throw new HistoryMismatchException(List.of(strange.get()));
        }
    }

    private static Reconciliation with(Optional<Problem> problem, Reconciliation state) {
        if (problem.isEmpty()) {
            return state;
        }
        List<Problem> problems = new ArrayList<>(state.problems());
        problems.add(problem.get());
        return new Reconciliation(state.offer(), state.history(), state.statuses(), problems, state.warnings());
    }

    private Reconciliation judge(Offer files, HistoryReader.History history) {
        Offer offer = files.beside(history.rows());
        Map<MigrationIdentity, Attempt> attempts = new HashMap<>();
        for (JournalEntry entry : history.unfinished()) {
            attempts.put(entry.identity(), attempts().of(entry, offer));
        }
        return verifier().reconcile(offer, history.rows(), attempts);
    }

    /** Tells of entries of the journal in the words of the files. */
    Attempts attempts() {
        return new Attempts(database.dialect().sql(), redaction);
    }

    private HistoryVerifier verifier() {
        return new HistoryVerifier(options.policies(), store);
    }
}
