package dev.switchback.core.domain;

import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration with its content.
 *
 * @param migration what the API tells of it
 * @param up the script that applies it
 * @param down the script that reverts it, if there is one
 * @param irreversible why it cannot be reverted, if the file says so ({@code -- switchback: irreversible <why>})
 */
public record MigrationScript(
        Migration migration, SqlScript up, Optional<SqlScript> down, Optional<String> irreversible) {

    /** Checks that both sides name the same file. */
    public MigrationScript {
        Objects.requireNonNull(down, "down");
        Objects.requireNonNull(irreversible, "irreversible");
        if (!migration.script().equals(up.file())) {
            throw new IllegalArgumentException(migration.script() + " is not " + up.file());
        }
    }

    /** The kind of the migration. */
    public MigrationKind kind() {
        return migration.kind();
    }

    /** The file name of the migration. */
    public String script() {
        return migration.script();
    }

    /** Whether another file claims the version of this one. */
    boolean rivals(MigrationScript other) {
        return kind() == MigrationKind.VERSIONED
                && other.kind() == MigrationKind.VERSIONED
                && migration.version().equals(other.migration().version())
                && !script().equals(other.script());
    }
}
