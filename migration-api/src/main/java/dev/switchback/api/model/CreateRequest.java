package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A migration to create.
 *
 * @param description what it does, in words; becomes part of the file name
 * @param version its version; empty for the current UTC time as {@code yyyyMMddHHmmss}
 * @param kind {@link MigrationKind#VERSIONED} or {@link MigrationKind#REPEATABLE}
 * @param withDown whether to create a down script beside it
 * @param dryRun whether to write nothing, and only tell what would be written
 * @param format what it is to be written in; in a changelog the way down is a part of the same file
 */
public record CreateRequest(
        String description,
        Optional<MigrationVersion> version,
        MigrationKind kind,
        boolean withDown,
        boolean dryRun,
        FileFormat format) {
    /** Checks that everything is there. */
    public CreateRequest {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(format, "format");
    }

    /**
     * A migration in SQL.
     *
     * @param description what it does, in words
     * @param version its version; empty for the current UTC time
     * @param kind versioned or repeatable
     * @param withDown whether to create a down script beside it
     * @param dryRun whether to write nothing
     */
    public CreateRequest(
            String description,
            Optional<MigrationVersion> version,
            MigrationKind kind,
            boolean withDown,
            boolean dryRun) {
        this(description, version, kind, withDown, dryRun, FileFormat.SQL);
    }

    /**
     * A migration that is written.
     *
     * @param description what it does, in words
     * @param version its version; empty for the current UTC time
     * @param kind versioned or repeatable
     * @param withDown whether to create a down script beside it
     */
    public CreateRequest(String description, Optional<MigrationVersion> version, MigrationKind kind, boolean withDown) {
        this(description, version, kind, withDown, false);
    }

    /**
     * A versioned migration with a down script, at the current time.
     *
     * @param description what it does
     * @return the request
     */
    public static CreateRequest of(String description) {
        return new CreateRequest(description, Optional.empty(), MigrationKind.VERSIONED, true);
    }
}
