package dev.switchback.core.domain;

import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import java.util.List;
import java.util.Optional;

/**
 * The baseline migration that tells of a database what older files did.
 *
 * @param version its version, the highest that goes no further than the database has come; empty if there is none
 * @param tells whether it is the one that does: there are rows whose files it has taken the place of, or a marker above it,
 *     or no file that goes as far back: plain Flyway's repair marks the rows of files that are gone as deleted
 */
public record StandIn(Optional<MigrationVersion> version, boolean tells) {

    static StandIn of(Optional<MigrationVersion> version, List<MigrationStatus> statuses) {
        return new StandIn(version, version.isPresent() && tells(version.get(), statuses));
    }

    private static boolean tells(MigrationVersion stand, List<MigrationStatus> statuses) {
        boolean isAlone = true;
        for (MigrationStatus status : statuses) {
            boolean isBelow =
                    status.version().isPresent() && !status.version().get().isAfter(stand);
            boolean hasLostItsFile = status.state() == MigrationState.BELOW_BASELINE
                    && status.migration().isEmpty()
                    && isBelow;
            boolean isMarker = status.state() == MigrationState.BASELINE
                    && !stand.isAfter(status.version().orElseThrow());
            if (hasLostItsFile || isMarker) {
                return true;
            }
            isAlone &= !isBelow || !isVersioned(status);
        }
        return isAlone;
    }

    private static boolean isVersioned(MigrationStatus status) {
        return status.migration().isPresent() && status.migration().get().kind() == MigrationKind.VERSIONED;
    }

    /**
     * Whether the database is taken for one that has had a migration without a row of its own: one below a baseline, or
     * the baseline migration that has taken the place of files whose rows are there, or that lies below a marker.
     *
     * @param status one of the statuses
     * @return whether its script tells of the database too
     */
    public boolean isTakenForHad(MigrationStatus status) {
        if (status.state() != MigrationState.BELOW_BASELINE
                || status.migration().isEmpty()) {
            return false;
        }
        return isVersioned(status) || (tells && version.equals(status.version()));
    }

    /**
     * Whether the baseline migration tells what a migration did whose file it has taken the place of.
     *
     * @param status one of the statuses, of a row without a file
     * @return whether the database has come as far as that baseline
     */
    public boolean isReplaced(MigrationStatus status) {
        return version.isPresent()
                && status.version().isPresent()
                && !status.version().get().isAfter(version.get());
    }
}
