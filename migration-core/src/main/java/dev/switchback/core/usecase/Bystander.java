package dev.switchback.core.usecase;

import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.Meanwhile;
import dev.switchback.api.model.Migration;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.port.MigrationLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Watches, while a run waits for its turn, what others do to the database. Somebody who has the lock while there is work
 * left is the one who does it; who has it later only finds that nothing is left. Not thread-safe.
 */
final class Bystander implements MigrationLock.Waiting {

    private final Direction direction;
    private final Optional<Reconciliation> before;
    private final Supplier<Optional<Reconciliation>> look;
    private final Predicate<Reconciliation> done;
    private final List<LockHolder> workers = new ArrayList<>();
    private Optional<Reconciliation> finished = Optional.empty();

    /**
     * Begins to watch.
     *
     * @param direction up or down
     * @param before how things were when the run began; empty if it could not look
     * @param look looks again
     * @param done whether nothing is left to do
     */
    Bystander(
            Direction direction,
            Optional<Reconciliation> before,
            Supplier<Optional<Reconciliation>> look,
            Predicate<Reconciliation> done) {
        this.direction = direction;
        this.before = before;
        this.look = look;
        this.done = done;
    }

    @Override
    public boolean goOn(Duration waited, Optional<LockHolder> holder) {
        Optional<Reconciliation> now = look();
        finished = now.filter(this::isDone);
        if (finished.isPresent()) {
            return false;
        }
        // where a process has the database to itself nobody else can look, and the first one it is
        if (now.isPresent() || workers.isEmpty()) {
            holder.filter(h -> h.kind() != LockHolder.Kind.LEFTOVER).ifPresent(this::remember);
        }
        return true;
    }

    /** Of the same one what is known last: a session says its name only after it has begun. */
    private void remember(LockHolder holder) {
        workers.removeIf(holder::isSameAs);
        workers.add(holder);
    }

    private Optional<Reconciliation> look() {
        try {
            return look.get();
        } catch (SwitchbackException e) {
            // it will be told when it is our turn, if it is still so
            return Optional.empty();
        }
    }

    private boolean isDone(Reconciliation state) {
        try {
            return done.test(state);
        } catch (SwitchbackException e) {
            // in the middle of somebody's run anything may look wrong
            return false;
        }
    }

    /** How things were when nothing was left to do; empty if that did not happen while waiting. */
    Optional<Reconciliation> finished() {
        return finished;
    }

    /** What others did up to now, and who they are; empty if nobody did anything. */
    Optional<Meanwhile> meanwhile(Reconciliation now) {
        List<Migration> changed = before.map(b -> difference(b, now)).orElse(List.of());
        boolean onlyWaited = before.isEmpty() && !workers.isEmpty();
        return changed.isEmpty() && !onlyWaited
                ? Optional.empty()
                : Optional.of(new Meanwhile(direction, changed, workers));
    }

    /** Up: what was to be applied and is in effect now. Down: what was in effect and is not any more. */
    private List<Migration> difference(Reconciliation before, Reconciliation now) {
        Set<MigrationIdentity> effective = inEffect(now);
        Set<MigrationIdentity> open = direction == Direction.UP ? pending(before) : inEffect(before);
        open.removeAll(direction == Direction.UP ? pending(now) : effective);
        return now.offer().migrations().stream()
                .map(MigrationScript::migration)
                .filter(m -> open.contains(MigrationIdentity.of(m)))
                .filter(m -> effective.contains(MigrationIdentity.of(m)) == (direction == Direction.UP))
                .toList();
    }

    private static Set<MigrationIdentity> inEffect(Reconciliation state) {
        return state.history().stream()
                .filter(AppliedMigration::inEffect)
                .map(MigrationIdentity::of)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<MigrationIdentity> pending(Reconciliation state) {
        return state.statuses().stream()
                .filter(s -> s.state().pending())
                .flatMap(s -> s.migration().stream())
                .map(MigrationIdentity::of)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
