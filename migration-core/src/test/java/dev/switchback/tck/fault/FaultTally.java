package dev.switchback.tck.fault;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How many faults were tried, and what the database was like after each of them. Used by one thread. */
public final class FaultTally {

    /** What a fault left behind; whatever it was, the next command came to the right end. */
    public enum Left {
        /** Schema and history as before the command, or between two migrations of it. */
        WHOLE_MIGRATIONS,
        /** The command was done in spite of it. */
        EVERYTHING_DONE,
        /** A migration that was half done, which status and journal told truly. */
        HALF_A_MIGRATION
    }

    private final Map<Left, Integer> counts = new EnumMap<>(Left.class);

    /** Nothing yet. */
    public FaultTally() {}

    void add(Left left) {
        counts.merge(left, 1, Integer::sum);
    }

    /**
     * Adds those of another one.
     *
     * @param other the other one
     */
    public void add(FaultTally other) {
        other.counts.forEach((left, count) -> counts.merge(left, count, Integer::sum));
    }

    /**
     * How many faults had this effect.
     *
     * @param left the effect
     * @return how many
     */
    public int count(Left left) {
        return counts.getOrDefault(left, 0);
    }

    /** How many faults were tried. */
    public int tried() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return tried() + " faults: "
                + counts.entrySet().stream()
                        .map(e -> e.getValue() + " left "
                                + e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }
}
