package dev.switchback.api.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What others did to the database between the first look of a run and its turn.
 *
 * @param direction up if they applied, down if they reverted
 * @param migrations what they did; empty if this run had only waited for them, and could not look before
 * @param by who was seen to have the lock while there was work left; empty if they were too fast to be seen
 */
public record Meanwhile(Direction direction, List<Migration> migrations, List<LockHolder> by) {

    /** Copies the lists. */
    public Meanwhile {
        Objects.requireNonNull(direction, "direction");
        migrations = List.copyOf(migrations);
        by = List.copyOf(by);
        if (migrations.isEmpty() && by.isEmpty()) {
            throw new IllegalArgumentException("something must have happened");
        }
    }

    /** It in words, for example {@code 3 migrations were applied meanwhile by pid 4711 on web-1}. */
    public String summary() {
        String who = by.isEmpty()
                ? "another process"
                : by.stream().map(LockHolder::name).distinct().collect(Collectors.joining(" and "));
        if (migrations.isEmpty()) {
            return "waited for " + who;
        }
        String verb = direction == Direction.UP ? "applied" : "reverted";
        String what = migrations.size() == 1 ? "1 migration was " : migrations.size() + " migrations were ";
        return what + verb + " meanwhile by " + who;
    }
}
