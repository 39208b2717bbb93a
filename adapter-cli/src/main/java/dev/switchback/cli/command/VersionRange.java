package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Target;
import java.util.Optional;

/**
 * The versions between two targets, both included.
 *
 * @param from the lowest; empty for no limit
 * @param to the highest; empty for no limit
 */
record VersionRange(Optional<Target> from, Optional<Target> to) {

    static VersionRange parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.equals(":")) {
            throw CommandRejectedException.usage(
                    "--range takes two targets with a colon between, FROM:TO", "see: switchback help history");
        }
        return new VersionRange(target(text.substring(0, colon)), target(text.substring(colon + 1)));
    }

    private static Optional<Target> target(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Targets.parse(text));
    }

    /** The range with what its targets stand for. */
    Versions in(MigrationManager manager) {
        return new Versions(
                from.flatMap(target -> version(target, manager)),
                to.isPresent(),
                to.flatMap(target -> version(target, manager)));
    }

    /** A version need not exist to be a limit. */
    private static Optional<MigrationVersion> version(Target target, MigrationManager manager) {
        return target instanceof Target.Named named
                ? Optional.of(MigrationVersion.of(named.text()))
                : manager.locate(target);
    }

    /**
     * The same in versions.
     *
     * @param low the lowest; empty for no limit
     * @param limited whether there is a highest one
     * @param high the highest; if there is one and this is empty, it lies below the first migration
     */
    record Versions(Optional<MigrationVersion> low, boolean limited, Optional<MigrationVersion> high) {
        /** Whether a version is in it; what has no version never is. */
        boolean has(Optional<MigrationVersion> version) {
            return version.isPresent()
                    && low.filter(l -> l.isAfter(version.get())).isEmpty()
                    && (!limited || high.filter(h -> !version.get().isAfter(h)).isPresent());
        }
    }
}
