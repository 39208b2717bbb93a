package dev.switchback.api.model;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The files that {@code create} wrote.
 *
 * @param up the migration
 * @param down the down script, if one was asked for
 * @param sum the manifest {@code migrations.sum}, which now lists them
 */
public record CreateResult(Path up, Optional<Path> down, Path sum) {
    /** Checks that everything is there. */
    public CreateResult {
        Objects.requireNonNull(up, "up");
        Objects.requireNonNull(down, "down");
        Objects.requireNonNull(sum, "sum");
    }
}
