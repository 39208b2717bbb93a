package dev.switchback.api.config;

/** Whether {@code check} compares the database with what its migrations make. */
public enum DriftPolicy {
    /** Where a scratch database costs nothing: SQLite and H2, and wherever {@code scratch-url} is set. */
    AUTO,
    /** Always; that it cannot be told is then an error. */
    ALWAYS,
    /** Never. */
    NEVER
}
