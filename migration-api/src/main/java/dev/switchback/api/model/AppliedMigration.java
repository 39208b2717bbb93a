package dev.switchback.api.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One migration that is in effect in the database, or that failed in it, as the engine's history table tells. A
 * migration that was reverted is not in the history any more; a repeatable one is there once, with its latest run.
 *
 * @param order position in the order of application, from 1
 * @param kind its kind
 * @param version its version; empty exactly for a repeatable one
 * @param description what it does
 * @param script the file it came from
 * @param state whether it is in effect
 * @param checksum the engine's own checksum as it stands in its table, if there is one
 * @param appliedAt when it was applied, if the engine recorded it
 * @param appliedBy the database user that applied it, if the engine recorded it
 * @param executionTime how long it ran, if the engine recorded it
 * @param tags the names that the engine gave to the state after it; empty for an engine without tags
 */
public record AppliedMigration(
        int order,
        MigrationKind kind,
        Optional<MigrationVersion> version,
        String description,
        String script,
        State state,
        Optional<String> checksum,
        Optional<Instant> appliedAt,
        Optional<String> appliedBy,
        Optional<Duration> executionTime,
        List<String> tags) {

    /** What became of it. */
    public enum State {
        /** It is in effect. */
        APPLIED,
        /** A marker, not a script: everything up to its version is taken to be there (Flyway's {@code baseline}). */
        BASELINE,
        /** It failed half-way and waits for {@code repair}. */
        FAILED,
        /** Its down script failed half-way and waits for {@code repair}. */
        FAILED_DOWN
    }

    /** The same without tags. */
    public AppliedMigration(
            int order,
            MigrationKind kind,
            Optional<MigrationVersion> version,
            String description,
            String script,
            State state,
            Optional<String> checksum,
            Optional<Instant> appliedAt,
            Optional<String> appliedBy,
            Optional<Duration> executionTime) {
        this(
                order,
                kind,
                version,
                description,
                script,
                state,
                checksum,
                appliedAt,
                appliedBy,
                executionTime,
                List.of());
    }

    /** Copies the list and checks that everything is there. */
    public AppliedMigration {
        tags = List.copyOf(tags);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(state, "state");
        if (order < 1) {
            throw new IllegalArgumentException("order starts at 1, not " + order);
        }
    }

    /**
     * The same with one more tag.
     *
     * @param tag the tag
     * @return this, if it has the tag
     */
    public AppliedMigration tagged(String tag) {
        if (tags.contains(tag)) {
            return this;
        }
        List<String> all = new ArrayList<>(tags);
        all.add(tag);
        return new AppliedMigration(
                order, kind, version, description, script, state, checksum, appliedAt, appliedBy, executionTime, all);
    }

    /** Whether it is in effect, as a script or as a baseline marker. */
    public boolean inEffect() {
        return state == State.APPLIED || state == State.BASELINE;
    }

    /** Whether it waits for {@code repair}. */
    public boolean failed() {
        return state == State.FAILED || state == State.FAILED_DOWN;
    }

    /** The version, or the kind's letter and the description for a repeatable migration: a short name for messages. */
    public String label() {
        return version.map(MigrationVersion::text).orElse("R " + description);
    }
}
