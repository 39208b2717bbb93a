package dev.switchback.api.config;

/** What to do when the database has versions beyond the last file, as during a roll-back of the application. */
public enum AheadPolicy {
    /** Stop before running anything. */
    FAIL,
    /** Report it and go on. */
    WARN
}
