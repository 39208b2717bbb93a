package dev.switchback.api.config;

/** What an application does when its start finds the database not as it should be. */
public enum StartupFailurePolicy {
    /** It does not start. */
    FAIL,
    /** It starts all the same, and says so in the log and in its health. */
    WARN
}
