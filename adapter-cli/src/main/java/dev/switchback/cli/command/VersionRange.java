package dev.switchback.cli.command;

import dev.switchback.api.model.MigrationVersion;
import java.util.Optional;

/**
 * Versions between two others, both included.
 *
 * @param from the lowest; empty for no limit
 * @param to the highest; empty for no limit
 */
record VersionRange(Optional<MigrationVersion> from, Optional<MigrationVersion> to) {

    static VersionRange parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.equals(":")) {
            throw bad();
        }
        return new VersionRange(version(text.substring(0, colon)), version(text.substring(colon + 1)));
    }

    private static Optional<MigrationVersion> version(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(MigrationVersion.of(text));
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    private static CommandRejectedException bad() {
        return CommandRejectedException.usage(
                "--range takes two versions with a colon between, FROM:TO", "see: switchback help history");
    }

    /** Whether a version is in it; what has no version never is. */
    boolean has(Optional<MigrationVersion> version) {
        return version.isPresent()
                && from.filter(low -> low.isAfter(version.get())).isEmpty()
                && to.filter(high -> version.get().isAfter(high)).isEmpty();
    }
}
