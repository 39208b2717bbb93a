package dev.switchback.api.schema;

import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration to make from a difference.
 *
 * @param description what it does, in words; becomes part of the file name
 * @param version its version; empty for the current UTC time
 * @param desired the schema to reach
 * @param current the schema to begin with, {@link SchemaSource.Migrations} as a rule
 * @param renames what was renamed
 * @param decision decides what else looks like a rename
 * @param allowDrops whether statements that lose data are written into the migration; otherwise dropped tables, columns
 *     and sequences are held back in {@code pending-drops}, and anything else that loses data is refused
 * @param allowRequired whether a column that needs a value may be added to a table that is there already; it fails where
 *     the table has rows
 * @param withDown whether to write a down script
 * @param lossyDown whether to write one even if it cannot bring all rows back
 * @param dryRun whether to write no file, and only tell what would be written; it is tried all the same
 */
public record AutogenerateRequest(
        String description,
        Optional<MigrationVersion> version,
        SchemaSource desired,
        SchemaSource current,
        List<Rename> renames,
        RenameDecision decision,
        boolean allowDrops,
        boolean allowRequired,
        boolean withDown,
        boolean lossyDown,
        boolean dryRun) {
    /** Copies the list. */
    public AutogenerateRequest {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(desired, "desired");
        Objects.requireNonNull(current, "current");
        renames = List.copyOf(renames);
        Objects.requireNonNull(decision, "decision");
    }

    /**
     * From the migrations to a desired schema, with a down script; nothing was renamed, nothing may be lost.
     *
     * @param description what it does
     * @param desired the schema to reach
     * @return the request
     */
    public static AutogenerateRequest of(String description, SchemaSource desired) {
        return new AutogenerateRequest(
                description,
                Optional.empty(),
                desired,
                new SchemaSource.Migrations(),
                List.of(),
                RenameDecision.UNDECIDED,
                false,
                false,
                true,
                false,
                false);
    }

    /**
     * The same with somebody else to decide.
     *
     * @param other decides what looks like a rename
     * @return the request
     */
    public AutogenerateRequest deciding(RenameDecision other) {
        return new AutogenerateRequest(
                description,
                version,
                desired,
                current,
                renames,
                other,
                allowDrops,
                allowRequired,
                withDown,
                lossyDown,
                dryRun);
    }

    /**
     * The files that it needs.
     *
     * @param down whether there is a down script
     * @return a request for the files
     */
    public CreateRequest files(boolean down) {
        return new CreateRequest(description, version, MigrationKind.VERSIONED, down, dryRun);
    }
}
