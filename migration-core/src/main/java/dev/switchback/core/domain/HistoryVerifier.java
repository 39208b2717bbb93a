package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lays what the files offer beside what the database has had, and finds everything that does not fit, all at once.
 * Pure; linear but for sorting.
 */
public final class HistoryVerifier {

    private final Policies policies;
    private final RowComparison rows;

    /**
     * Creates a verifier.
     *
     * @param policies what to refuse and what to accept
     * @param rows how the files of applied migrations compare with their rows
     */
    public HistoryVerifier(Policies policies, RowComparison rows) {
        this.policies = policies;
        this.rows = rows;
    }

    /**
     * Compares.
     *
     * @param offer what the files offer {@linkplain Offer#beside beside} that history
     * @param history what the database has had
     * @param attempts what is known of the migrations that did not end
     * @return both sides, with all problems
     */
    public Reconciliation reconcile(
            Offer offer, List<AppliedMigration> history, Map<MigrationIdentity, Attempt> attempts) {
        return new Comparison(offer, history, attempts).result();
    }

    /**
     * Compares a history without unfinished migrations.
     *
     * @param offer what the files offer
     * @param history what the database has had
     * @return both sides, with all problems
     */
    public Reconciliation reconcile(Offer offer, List<AppliedMigration> history) {
        return reconcile(offer, history, Map.of());
    }

    /** One comparison; holds what is worked out on the way. */
    private final class Comparison {
        private final Offer offer;
        private final List<AppliedMigration> history;
        private final Map<MigrationIdentity, Attempt> attempts;
        private final List<Problem> problems = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final Optional<MigrationVersion> current;
        private final Optional<MigrationVersion> head;
        /** What stands in for older versions: a baseline in effect, or on an empty history the highest one offered. */
        private final Optional<MigrationVersion> baseline;

        private final Optional<MigrationVersion> offeredBaseline;
        private final Set<MigrationVersion> offeredVersions = new HashSet<>();
        private @Nullable UnusableFiles unusable;

        Comparison(Offer offer, List<AppliedMigration> history, Map<MigrationIdentity, Attempt> attempts) {
            this.offer = offer;
            this.history = history;
            this.attempts = attempts;
            this.current = Reconciliation.highestInEffect(history);
            this.head = offer.head();
            this.offeredBaseline = offer.baseline();
            this.baseline = history.isEmpty() ? offeredBaseline : Reconciliation.floor(history);
        }

        Reconciliation result() {
            List<MigrationStatus> statuses = new ArrayList<>(versioned());
            statuses.addAll(repeatable());
            BaselineGap.between(offer, history)
                    .ifPresent(skipped -> report(Problems.skipped(skipped, current), policies.missingIsError()));
            return new Reconciliation(offer, history, statuses, problems, warnings);
        }

        private List<MigrationStatus> versioned() {
            // several rows per version are possible: a baseline migration beside the versioned one it stands in for
            Map<MigrationVersion, List<AppliedMigration>> applied = new TreeMap<>();
            for (AppliedMigration row : history) {
                if (row.version().isPresent()) {
                    add(applied, row.version().get(), row);
                }
            }
            Map<MigrationVersion, List<MigrationStatus>> byVersion = new TreeMap<>();
            for (MigrationScript offered : offer.migrations()) {
                Optional<MigrationVersion> version = offered.migration().version();
                if (version.isPresent()) {
                    AppliedMigration row = take(applied.get(version.get()), offered);
                    add(
                            byVersion,
                            version.get(),
                            row == null ? notApplied(offered, version.get()) : appliedWithFile(offered, row));
                }
            }
            for (Map.Entry<MigrationVersion, List<AppliedMigration>> rest : applied.entrySet()) {
                for (AppliedMigration row : rest.getValue()) {
                    add(byVersion, rest.getKey(), withoutFile(row));
                }
            }
            List<MigrationStatus> statuses = new ArrayList<>();
            for (List<MigrationStatus> some : byVersion.values()) {
                statuses.addAll(some);
            }
            return statuses;
        }

        private static <V> void add(Map<MigrationVersion, List<V>> lists, MigrationVersion version, V value) {
            List<V> list = lists.get(version);
            if (list == null) {
                list = new ArrayList<>(1);
                lists.put(version, list);
            }
            list.add(value);
        }

        private @Nullable AppliedMigration take(@Nullable List<AppliedMigration> rows, MigrationScript offered) {
            if (rows == null) {
                return null;
            }
            int own = -1;
            for (int i = 0; i < rows.size(); i++) {
                AppliedMigration row = rows.get(i);
                if (row.state() != AppliedMigration.State.BASELINE && row.kind() == offered.kind()) {
                    // plain Liquibase runs a renamed file again, and then there is a row for each of its names
                    if (row.script().equals(offered.script())) {
                        return rows.remove(i);
                    }
                    own = own < 0 ? i : own;
                }
            }
            return own < 0 ? null : rows.remove(own);
        }

        private MigrationStatus notApplied(MigrationScript offered, MigrationVersion version) {
            Migration m = offered.migration();
            if (offered.kind() == MigrationKind.BASELINE) {
                boolean runs = history.isEmpty() && version.equals(baseline.orElseThrow());
                return status(m, null, runs ? MigrationState.PENDING : MigrationState.BELOW_BASELINE);
            }
            if (baseline.isPresent() && !version.isAfter(baseline.get())) {
                return status(m, null, MigrationState.BELOW_BASELINE);
            }
            if (current.isEmpty() || version.isAfter(current.get())) {
                return status(m, null, MigrationState.PENDING);
            }
            return status(m, null, late(Problems.outOfOrder(m, current.get())));
        }

        private MigrationState late(Problem problem) {
            return switch (policies.outOfOrder()) {
                case REFUSE -> {
                    problems.add(problem);
                    yield MigrationState.OUT_OF_ORDER;
                }
                case WARN -> {
                    warnings.add(problem.message());
                    yield MigrationState.PENDING;
                }
                case APPLY -> MigrationState.PENDING;
            };
        }

        private MigrationStatus appliedWithFile(MigrationScript offered, AppliedMigration row) {
            if (row.failed()) {
                problems.add(Problems.failed(row, attempts.get(MigrationIdentity.of(row)), true));
                return status(offered.migration(), row, MigrationState.FAILED);
            }
            boolean isEdited = rows.isEdited(offered, row);
            if (offered.kind() == MigrationKind.REPEATABLE) {
                // its name is its identity, so it has its own row whatever it is called
                return status(offered.migration(), row, isEdited ? MigrationState.OUTDATED : MigrationState.APPLIED);
            }
            boolean isRenamed = rows.isRenamed(offered, row);
            if (isEdited) {
                problems.add(Problems.changed(offered.migration()));
            }
            if (isRenamed) {
                problems.add(Problems.renamed(offered.migration(), row));
            }
            return status(
                    offered.migration(), row, isEdited || isRenamed ? MigrationState.CHANGED : MigrationState.APPLIED);
        }

        private MigrationStatus withoutFile(AppliedMigration row) {
            if (row.state() == AppliedMigration.State.BASELINE) {
                return status(null, row, MigrationState.BASELINE);
            }
            if (row.failed()) {
                problems.add(Problems.failed(row, attempts.get(MigrationIdentity.of(row)), false));
                return status(null, row, MigrationState.FAILED);
            }
            MigrationVersion version = row.version().orElse(null);
            if (version != null && offeredBaseline.isPresent() && !version.isAfter(offeredBaseline.get())) {
                // squashed: the file was replaced by a baseline migration, this database still has the original
                return status(null, row, MigrationState.BELOW_BASELINE);
            }
            if (isUnusable(row)) {
                // its file is there, and what is wrong with that is told already; to forget the row would be wrong
                return status(null, row, MigrationState.MISSING);
            }
            if (version != null && (head.isEmpty() || version.isAfter(head.get()))) {
                report(Problems.ahead(row, head), policies.aheadIsError());
                return status(null, row, MigrationState.AHEAD);
            }
            report(Problems.missing(row, isOffered(row)), policies.missingIsError());
            return status(null, row, MigrationState.MISSING);
        }

        /** Worked out when it is first asked for: nearly always every row has its file. */
        private boolean isUnusable(AppliedMigration row) {
            if (unusable == null) {
                unusable = UnusableFiles.among(offer.problems());
            }
            return unusable.of(row.script()).isPresent();
        }

        /** Likewise. */
        private boolean isOffered(AppliedMigration row) {
            if (offeredVersions.isEmpty()) {
                for (MigrationScript offered : offer.migrations()) {
                    offered.migration().version().ifPresent(offeredVersions::add);
                }
            }
            return row.version().isPresent()
                    && offeredVersions.contains(row.version().get());
        }

        private void report(Problem problem, boolean isError) {
            if (isError) {
                problems.add(problem);
            } else {
                warnings.add(problem.message());
            }
        }

        private List<MigrationStatus> repeatable() {
            Map<String, AppliedMigration> applied = new HashMap<>();
            for (AppliedMigration a : history) {
                if (a.kind() == MigrationKind.REPEATABLE) {
                    applied.put(a.description(), a);
                }
            }
            Map<String, MigrationStatus> byDescription = new TreeMap<>();
            for (MigrationScript offered : offer.migrations()) {
                if (offered.kind() == MigrationKind.REPEATABLE) {
                    String description = offered.migration().description();
                    AppliedMigration row = applied.remove(description);
                    byDescription.put(
                            description,
                            row == null
                                    ? status(offered.migration(), null, MigrationState.PENDING)
                                    : appliedWithFile(offered, row));
                }
            }
            for (AppliedMigration row : applied.values()) {
                byDescription.put(row.description(), withoutFile(row));
            }
            return List.copyOf(byDescription.values());
        }

        private static MigrationStatus status(
                @Nullable Migration migration, @Nullable AppliedMigration applied, MigrationState state) {
            return new MigrationStatus(Optional.ofNullable(migration), Optional.ofNullable(applied), state);
        }
    }
}
