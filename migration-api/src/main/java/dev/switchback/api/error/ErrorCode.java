package dev.switchback.api.error;

/** What kind of thing went wrong. Stable: programs may switch on it, and the CLI derives its exit codes from it. */
public enum ErrorCode {
    /** A bug, or a failure of the engine that Switchback does not know. */
    INTERNAL,
    /** The request itself makes no sense: an unknown target, an argument out of range. */
    USAGE,
    /** Migration files or the history are wrong: checksum, duplicate, missing, out of order, bad name. */
    INVALID,
    /** Migrations are not applied, and this process is not the one to apply them. */
    PENDING,
    /** A migration failed and the database is unchanged by it. */
    FAILED_CLEAN,
    /** A migration failed and some of its statements are applied. */
    FAILED_PARTIAL,
    /** The migration lock was not obtained, or was lost. */
    LOCKED,
    /** The database cannot be reached, refuses the login, is read-only, or lacks a permission. */
    UNAVAILABLE,
    /** A setting is wrong, or a driver or engine is missing. */
    CONFIG,
    /** The engine or the database cannot do this, for example because a migration has no down script. */
    UNSUPPORTED
}
