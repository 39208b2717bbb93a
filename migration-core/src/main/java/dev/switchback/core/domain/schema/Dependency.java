package dev.switchback.core.domain.schema;

import java.util.Optional;

/**
 * What an object needs.
 *
 * @param object the table, view, type, sequence or routine
 * @param column the column of it; empty if it is the object as a whole
 */
public record Dependency(ObjectName object, Optional<String> column) {}
