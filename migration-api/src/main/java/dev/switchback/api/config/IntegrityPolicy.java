package dev.switchback.api.config;

/** Whether {@code migrations.sum} is checked. */
public enum IntegrityPolicy {
    /** Never. */
    OFF,
    /** If the file is there. */
    REQUIRE_IF_PRESENT,
    /** Always; a missing file is an error. */
    REQUIRE
}
