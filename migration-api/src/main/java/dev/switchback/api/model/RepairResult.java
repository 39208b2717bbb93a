package dev.switchback.api.model;

import java.util.List;

/**
 * What {@code repair} did.
 *
 * @param changes what was written, a sentence each
 * @param remaining the problems that are still there
 */
public record RepairResult(List<String> changes, List<Problem> remaining) {
    /** Copies the lists. */
    public RepairResult {
        changes = List.copyOf(changes);
        remaining = List.copyOf(remaining);
    }
}
