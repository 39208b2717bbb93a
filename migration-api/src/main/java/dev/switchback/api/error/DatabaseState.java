package dev.switchback.api.error;

/** What is known of the database after an error. */
public enum DatabaseState {
    /** Nothing was changed by the failed operation (migrations that finished before it stay applied). */
    UNCHANGED,
    /** Some statements of the failed migration are applied. */
    PARTIAL,
    /** It cannot be told, for example because the connection broke during a commit. */
    UNKNOWN
}
