package dev.switchback.api.error;

import java.util.List;

/** A downgrade would have to pass migrations that have no way back. Thrown before anything is touched. */
public final class IrreversibleMigrationException extends SwitchbackException {

    private final List<String> migrations;

    /**
     * Creates the error.
     *
     * @param migrations what cannot be reverted, each with the reason, newest first
     */
    public IrreversibleMigrationException(List<String> migrations) {
        this(migrations, "write the missing down script (U<version>__<description>.sql), or choose a nearer target");
    }

    /**
     * Creates the error.
     *
     * @param migrations what cannot be reverted, each with the reason, newest first
     * @param nextStep the way out
     */
    public IrreversibleMigrationException(List<String> migrations, String nextStep) {
        super(
                ErrorCode.UNSUPPORTED,
                DatabaseState.UNCHANGED,
                "cannot be reverted: " + String.join("; ", migrations),
                nextStep,
                null);
        this.migrations = List.copyOf(migrations);
    }

    /** What cannot be reverted, newest first. */
    public List<String> migrations() {
        return migrations;
    }
}
