package dev.switchback.api.model;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a new migration, as {@code create} wrote them, or as it would write them.
 *
 * @param up the migration
 * @param down the down script, if one was asked for
 * @param sum the manifest {@code migrations.sum}, which lists them
 */
public record CreateResult(NewFile up, Optional<NewFile> down, Path sum) {
    /** Checks that everything is there. */
    public CreateResult {
        Objects.requireNonNull(up, "up");
        Objects.requireNonNull(down, "down");
        Objects.requireNonNull(sum, "sum");
    }

    /**
     * One file.
     *
     * @param path where it is, or would be
     * @param text all of it
     */
    public record NewFile(Path path, String text) {
        /** Checks that everything is there. */
        public NewFile {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(text, "text");
        }
    }
}
