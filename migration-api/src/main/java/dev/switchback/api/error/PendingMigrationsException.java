package dev.switchback.api.error;

import dev.switchback.api.model.MigrationStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Migrations are not applied, and this process is not the one to apply them: it started in the mode {@code verify} or
 * {@code wait}. Nothing was changed.
 */
public final class PendingMigrationsException extends SwitchbackException {

    private static final int NAMED = 3;

    private final List<MigrationStatus> pending;

    /**
     * Creates the error.
     *
     * @param pending what is not applied, in order; at least one
     * @param waited how long another process was waited for; zero if nobody was
     */
    public PendingMigrationsException(List<MigrationStatus> pending, Duration waited) {
        super(
                ErrorCode.PENDING,
                DatabaseState.UNCHANGED,
                message(pending, waited),
                "have them applied by the process that migrates: switchback upgrade; or let this one do it:"
                        + " AUTO_MIGRATE_ON_STARTUP=true",
                null);
        this.pending = List.copyOf(pending);
    }

    private static String message(List<MigrationStatus> pending, Duration waited) {
        String what = pending.size() == 1 ? "1 migration is" : pending.size() + " migrations are";
        String names =
                pending.stream().limit(NAMED).map(MigrationStatus::script).collect(Collectors.joining(", "));
        return what
                + (waited.isZero() ? " not applied: " : " still not applied after " + waited.toSeconds() + " s: ")
                + names
                + (pending.size() > NAMED ? ", …" : "");
    }

    /** What is not applied, in order. */
    public List<MigrationStatus> pending() {
        return pending;
    }
}
