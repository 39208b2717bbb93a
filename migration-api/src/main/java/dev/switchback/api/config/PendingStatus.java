package dev.switchback.api.config;

/** What the health of an application is while migrations are pending and nothing is wrong. */
public enum PendingStatus {
    /** Not to be sent requests, and not broken: what is pending may be on its way. */
    OUT_OF_SERVICE,
    /** Broken. */
    DOWN,
    /** Well: for applications that work with the schema before and after. */
    UP
}
