package dev.switchback.core.domain;

import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Turns targets into versions. An empty result means before the first migration. Pure. */
final class TargetResolver {

    /** Shorter prefixes are too easily ambiguous, and look like versions of their own. */
    private static final int SHORTEST_PREFIX = 4;

    private final Reconciliation state;
    private final List<MigrationVersion> known;

    TargetResolver(Reconciliation state) {
        this.state = state;
        TreeSet<MigrationVersion> versions = new TreeSet<>();
        state.offer().migrations().forEach(m -> m.migration().version().ifPresent(versions::add));
        state.history().stream()
                .filter(AppliedMigration::inEffect)
                .forEach(a -> a.version().ifPresent(versions::add));
        this.known = List.copyOf(versions);
    }

    /** Where an upgrade ends: the head, or a version not below the current one. */
    Optional<MigrationVersion> up(Target target) {
        if (target instanceof Target.Head) {
            return state.head();
        }
        if (target instanceof Target.Base || (target instanceof Target.Steps s && s.count() < 0)) {
            throw invalid(target, "lies below; use: switchback downgrade " + target);
        }
        Optional<MigrationVersion> version =
                target instanceof Target.Steps steps ? Optional.of(pendingAt(steps)) : any(target);
        Optional<MigrationVersion> current = state.current();
        if (current.isPresent() && (version.isEmpty() || current.get().isAfter(version.get()))) {
            throw invalid(
                    target,
                    "is below the current version " + current.get() + "; use: switchback downgrade "
                            + version.map(MigrationVersion::text).orElse("base"));
        }
        return version;
    }

    /** Where a downgrade ends: before the first migration, or a version in effect. */
    Optional<MigrationVersion> down(Target target) {
        if (target instanceof Target.Head || (target instanceof Target.Steps s && s.count() > 0)) {
            throw invalid(target, "lies above; use: switchback upgrade " + target);
        }
        if (target instanceof Target.Base) {
            return Optional.empty();
        }
        if (target instanceof Target.Steps steps) {
            return below(steps);
        }
        Optional<MigrationVersion> version = any(target);
        Optional<MigrationVersion> current = state.current();
        if (version.isPresent() && (current.isEmpty() || version.get().isAfter(current.get()))) {
            throw invalid(
                    target,
                    "is above the current version "
                            + current.map(MigrationVersion::text).orElse("(none)") + "; use: switchback upgrade "
                            + version.get());
        }
        return version;
    }

    /** Any known version. */
    Optional<MigrationVersion> any(Target target) {
        if (target instanceof Target.Head) {
            return state.head();
        }
        if (target instanceof Target.Base) {
            return Optional.empty();
        }
        if (target instanceof Target.Steps steps) {
            return steps.count() > 0 ? Optional.of(pendingAt(steps)) : below(steps);
        }
        if (target instanceof Target.Tag tag) {
            return new TaggedState(state.history(), tag).version();
        }
        return Optional.of(version(target));
    }

    private MigrationVersion pendingAt(Target.Steps steps) {
        List<MigrationVersion> pending = state.statuses().stream()
                .filter(s -> s.state() == MigrationState.PENDING)
                .flatMap(s -> s.version().stream())
                .toList();
        if (pending.size() < steps.count()) {
            throw invalid(steps, "only " + pending.size() + " pending");
        }
        return pending.get(steps.count() - 1);
    }

    private Optional<MigrationVersion> below(Target.Steps steps) {
        List<MigrationVersion> applied = new ArrayList<>(new TreeSet<>(state.history().stream()
                .filter(AppliedMigration::inEffect)
                .flatMap(a -> a.version().stream())
                .toList()));
        int index = applied.size() + steps.count();
        if (index < 0) {
            throw invalid(steps, "only " + applied.size() + " applied");
        }
        return index == 0 ? Optional.empty() : Optional.of(applied.get(index - 1));
    }

    private MigrationVersion version(Target target) {
        if (target instanceof Target.Offset offset) {
            int index = known.indexOf(named(target, offset.text())) + offset.count();
            if (index < 0 || index >= known.size()) {
                throw invalid(target, "goes past the " + (index < 0 ? "first" : "last") + " migration");
            }
            return known.get(index);
        }
        return named(target, target.toString());
    }

    private MigrationVersion named(Target target, String text) {
        if (text.length() <= MigrationVersion.MAX_LENGTH) {
            MigrationVersion exact = MigrationVersion.of(text);
            if (known.contains(exact)) {
                return exact;
            }
        }
        List<MigrationVersion> matches = text.length() < SHORTEST_PREFIX
                ? List.of()
                : known.stream().filter(v -> v.text().startsWith(text)).toList();
        if (matches.size() == 1) {
            return matches.get(0);
        }
        if (matches.isEmpty()) {
            throw invalid(target, "no migration has this version");
        }
        throw new InvalidTargetException(
                target.toString(),
                "is the beginning of " + matches.size() + " versions",
                matches.stream().map(MigrationVersion::text).toList());
    }

    private static InvalidTargetException invalid(Target target, String reason) {
        return new InvalidTargetException(target.toString(), reason, List.of());
    }

    /** Whether a status is about a migration that a downgrade can pass. */
    static boolean revertible(MigrationStatus status) {
        return status.applied().isPresent()
                && status.applied().get().state() == AppliedMigration.State.APPLIED
                && status.applied().get().kind() == MigrationKind.VERSIONED;
    }
}
