package dev.switchback.core.domain;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration that began without one transaction around it and is not known to have ended.
 *
 * @param script the name of the file of the migration (not of its down script), without its folder
 * @param kind its kind
 * @param version its version; empty exactly for a repeatable one
 * @param description what it does
 * @param direction up or down
 * @param done how many statements are applied and stay applied
 * @param doneHash SHA-256 over those statements, in hexadecimal
 */
public record JournalEntry(
        String script,
        MigrationKind kind,
        Optional<MigrationVersion> version,
        String description,
        Direction direction,
        int done,
        String doneHash) {
    /** Checks the numbers. */
    public JournalEntry {
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(doneHash, "doneHash");
        if (done < 0) {
            throw new IllegalArgumentException("negative number of statements");
        }
    }
}
