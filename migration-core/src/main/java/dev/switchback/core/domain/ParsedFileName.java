package dev.switchback.core.domain;

import java.util.Objects;
import java.util.Optional;

/** What {@link MigrationFileName#parse} found out about a file name. */
public sealed interface ParsedFileName {

    /**
     * The name of a migration.
     *
     * @param name its parts
     */
    record Valid(MigrationFileName name) implements ParsedFileName {}

    /**
     * Not the name of a migration.
     *
     * @param reason why not, as the rest of a sentence that begins with the file
     * @param suggestion the name that was probably meant
     */
    record Invalid(String reason, Optional<String> suggestion) implements ParsedFileName {
        /** Checks that both are there. */
        public Invalid {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(suggestion, "suggestion");
        }
    }
}
