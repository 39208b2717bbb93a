package dev.switchback.core.domain;

import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.ShellWord;
import dev.switchback.api.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what has to be recorded, and what forgotten, so that a version is the current one. Pure. */
public final class StampPlanner {

    /**
     * Plans a stamp.
     *
     * @param state files and history
     * @param target the version that is to be current
     * @return what to write; nothing if it is current already
     */
    public StampPlan plan(Reconciliation state, Target target) {
        List<Problem> failed = state.problems().stream()
                .filter(p -> p.kind() == Problem.Kind.FAILED)
                .toList();
        if (!failed.isEmpty()) {
            throw new HistoryMismatchException(failed);
        }
        Optional<MigrationVersion> to = new TargetResolver(state).any(target);
        Optional<MigrationVersion> floor = state.floor();
        if (floor.isPresent() && (to.isEmpty() || floor.get().isAfter(to.get()))) {
            throw new IrreversibleMigrationException(
                    List.of(floor.get() + " is a baseline: what lies below it is not known"),
                    "stamp the baseline or something above it: switchback stamp " + floor.get());
        }
        boolean head = to.isPresent() && to.equals(state.head());
        List<AppliedMigration> forget = state.history().stream()
                .filter(AppliedMigration::inEffect)
                .filter(a -> a.version().isEmpty()
                        ? !head
                        : to.isEmpty() || a.version().get().isAfter(to.get()))
                .sorted(Comparator.comparing(AppliedMigration::order).reversed())
                .toList();
        List<MigrationScript> mark = mark(state, to, floor, head);
        refuseUnlessReached(state, target, to, mark, forget);
        return new StampPlan(state.current(), to, mark, forget);
    }

    /**
     * Plans a stamp that forgets everything first, for a history that nothing else can mend.
     *
     * @param state files and history
     * @param target the version that is to be current
     * @return what to write
     */
    public StampPlan planAfresh(Reconciliation state, Target target) {
        Reconciliation empty =
                new Reconciliation(state.offer(), List.of(), state.statuses(), List.of(), state.warnings());
        StampPlan fresh = plan(empty, target instanceof Target.Tag ? untagged(state, target) : target);
        List<AppliedMigration> forget = state.history().stream()
                .sorted(Comparator.comparing(AppliedMigration::order).reversed())
                .toList();
        return new StampPlan(state.current(), fresh.to(), fresh.mark(), forget);
    }

    /** A baseline is not recorded beside other versions, so a history can have none that says its version. */
    private static void refuseUnlessReached(
            Reconciliation state,
            Target target,
            Optional<MigrationVersion> to,
            List<MigrationScript> mark,
            List<AppliedMigration> forget) {
        List<AppliedMigration> kept = new ArrayList<>(state.history());
        kept.removeAll(forget);
        Optional<MigrationVersion> reached = Reconciliation.highestInEffect(kept);
        for (MigrationScript script : mark) {
            reached = Reconciliation.higher(reached, script.migration().version());
        }
        if (!state.history().isEmpty() && !reached.equals(to)) {
            throw new InvalidTargetException(
                    target.toString(),
                    "only a baseline has that version, and none is recorded beside what the history has",
                    "forget what it has: switchback stamp --purge "
                            + new ShellWord(to.orElseThrow().text()));
        }
    }

    /** The tag is forgotten with the rest. */
    private static Target untagged(Reconciliation state, Target tag) {
        return state.locate(tag).<Target>map(v -> new Target.Named(v.text())).orElse(Target.base());
    }

    private static List<MigrationScript> mark(
            Reconciliation state, Optional<MigrationVersion> to, Optional<MigrationVersion> floor, boolean head) {
        Set<MigrationIdentity> recorded = new HashSet<>();
        state.history().stream().filter(AppliedMigration::inEffect).forEach(a -> recorded.add(MigrationIdentity.of(a)));
        List<MigrationScript> mark = new ArrayList<>();
        squashed(state, to).ifPresent(mark::add);
        for (MigrationScript script : state.offer().migrations()) {
            Optional<MigrationVersion> version = script.migration().version();
            boolean wanted = switch (script.kind()) {
                case BASELINE -> false;
                case REPEATABLE -> head;
                case VERSIONED ->
                    to.isPresent()
                            && !version.orElseThrow().isAfter(to.get())
                            && (floor.isEmpty() || version.get().isAfter(floor.get()));
            };
            if (wanted && !recorded.contains(MigrationIdentity.of(script.migration()))) {
                mark.add(script);
            }
        }
        return mark;
    }

    /** On an empty history: the baseline whose versioned migrations are gone, since nothing else can stand for them. */
    private static Optional<MigrationScript> squashed(Reconciliation state, Optional<MigrationVersion> to) {
        if (to.isEmpty() || !state.history().isEmpty()) {
            return Optional.empty();
        }
        Optional<MigrationScript> baseline = state.offer().migrations().stream()
                .filter(m -> m.kind() == MigrationKind.BASELINE)
                .filter(m -> !m.migration().version().orElseThrow().isAfter(to.get()))
                .max(Comparator.comparing(m -> m.migration().version().orElseThrow()));
        return baseline.filter(b -> state.offer().migrations().stream()
                .filter(m -> m.kind() == MigrationKind.VERSIONED)
                .allMatch(m -> m.migration()
                        .version()
                        .orElseThrow()
                        .isAfter(b.migration().version().orElseThrow())));
    }
}
