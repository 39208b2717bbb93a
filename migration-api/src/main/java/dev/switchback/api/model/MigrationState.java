package dev.switchback.api.model;

/** How a migration stands, comparing files and database. */
public enum MigrationState {
    /** It is applied and its file is unchanged. */
    APPLIED,
    /** It will run with the next upgrade. */
    PENDING,
    /** A repeatable migration whose text changed: it will run again with the next upgrade. */
    OUTDATED,
    /** It is not applied although a later one is. */
    OUT_OF_ORDER,
    /** It is applied, but its file was edited or renamed afterwards. */
    CHANGED,
    /** It is applied, but its file is gone, or there is something wrong with it that keeps it from being read. */
    MISSING,
    /** It is applied, and newer than anything this folder knows. */
    AHEAD,
    /** It failed half-way and waits for {@code repair}. */
    FAILED,
    /** It is not needed, because a baseline stands in for it. */
    BELOW_BASELINE,
    /** A baseline marker. */
    BASELINE;

    /** Whether the next upgrade would run it. */
    public boolean pending() {
        return this == PENDING || this == OUTDATED;
    }
}
