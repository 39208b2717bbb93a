package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.util.Objects;
import java.util.Optional;

/**
 * What makes a file, a row of the history and an entry of the journal the same migration. Not the path of the file: it
 * may move to another folder, and the history knows no folders.
 *
 * @param kind its kind
 * @param version its version, if it has one
 * @param description what it does; empty where the version says which one it is
 */
public record MigrationIdentity(MigrationKind kind, Optional<MigrationVersion> version, String description) {

    /** Checks that everything is there. */
    public MigrationIdentity {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(description, "description");
    }

    /**
     * From its parts.
     *
     * @param kind its kind
     * @param version its version, if it has one
     * @param description what it does
     * @return the identity
     */
    public static MigrationIdentity of(MigrationKind kind, Optional<MigrationVersion> version, String description) {
        return new MigrationIdentity(kind, version, version.isPresent() ? "" : description);
    }

    /**
     * Of a file.
     *
     * @param migration the file
     * @return the identity
     */
    public static MigrationIdentity of(Migration migration) {
        return of(migration.kind(), migration.version(), migration.description());
    }

    /**
     * Of a row of the history.
     *
     * @param row the row
     * @return the identity
     */
    public static MigrationIdentity of(AppliedMigration row) {
        return of(row.kind(), row.version(), row.description());
    }
}
