package dev.switchback.api.config;

/** A database that lives in this process. */
record MemoryLocation(String jdbcUrl, String displayName) implements Location {}
