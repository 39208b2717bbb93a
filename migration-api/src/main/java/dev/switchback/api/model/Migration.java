package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One migration as the files offer it.
 *
 * @param kind its kind
 * @param version its version; empty exactly for a repeatable one
 * @param description what it does, from the file name, with spaces for underscores
 * @param script the file name; it identifies the migration in messages and in both engines' history tables
 * @param sha256 SHA-256 over the canonical bytes of the file (UTF-8, no byte order mark, LF), in hexadecimal
 * @param downScript the file name of the down script, if there is one
 */
public record Migration(
        MigrationKind kind,
        Optional<MigrationVersion> version,
        String description,
        String script,
        String sha256,
        Optional<String> downScript) {

    /** Checks that a version is there unless the migration is repeatable. */
    public Migration {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(downScript, "downScript");
        if (version.isEmpty() != (kind == MigrationKind.REPEATABLE)) {
            throw new IllegalArgumentException(script + ": exactly the repeatable migrations have no version");
        }
    }

    /** Whether it can be reverted. */
    public boolean reversible() {
        return downScript.isPresent();
    }

    /** The version, or the kind's letter and the description for a repeatable migration: a short name for messages. */
    public String label() {
        return version.map(MigrationVersion::text).orElse("R " + description);
    }
}
