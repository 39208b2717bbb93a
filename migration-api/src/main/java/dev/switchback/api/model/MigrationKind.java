package dev.switchback.api.model;

/** The kinds of migration, by the first letter of the file name. */
public enum MigrationKind {
    /** {@code V}: runs once, in version order. */
    VERSIONED,
    /** {@code R}: runs again whenever its text changes, after the versioned ones, in order of description. */
    REPEATABLE,
    /** {@code B}: on an empty database it stands in for all versioned migrations up to its version. */
    BASELINE
}
