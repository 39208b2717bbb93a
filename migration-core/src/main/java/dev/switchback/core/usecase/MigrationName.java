package dev.switchback.core.usecase;

import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.ShellWord;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import java.util.List;
import java.util.Optional;

/**
 * A migration as a user names it: by its version, by the name of its file, or a repeatable one by its description.
 *
 * @param text the name
 */
record MigrationName(String text) {

    /** Its files. */
    Optional<MigrationScript> in(Offer offer) {
        return offer.migrations().stream()
                .filter(m -> names(
                        m.script(),
                        m.migration().version().map(Object::toString),
                        m.migration().description()))
                .findFirst();
    }

    /** Its row. */
    Optional<AppliedMigration> in(List<AppliedMigration> history) {
        return history.stream()
                .filter(a -> names(a.script(), a.version().map(Object::toString), a.description()))
                .findFirst();
    }

    /** Whether a file or its row is called that. */
    boolean in(MigrationStatus status) {
        return names(status.script(), status.version().map(Object::toString), status.description());
    }

    private boolean names(String script, Optional<String> version, String description) {
        return fileName(text).equals(fileName(script))
                || version.filter(this::isVersion).isPresent()
                || (version.isEmpty() && text.equals(description));
    }

    /** The history has no folders, the files may have; versions and descriptions are unique across them. */
    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private boolean isVersion(String version) {
        return MigrationVersion.isVersion(text)
                && text.length() <= MigrationVersion.MAX_LENGTH
                && MigrationVersion.of(version).equals(MigrationVersion.of(text));
    }

    /** It in a command. */
    ShellWord word() {
        return new ShellWord(text);
    }

    InvalidTargetException unknown() {
        return refused("no migration is called that");
    }

    InvalidTargetException refused(String why) {
        return new InvalidTargetException(text, why, List.of());
    }

    InvalidTargetException refused(String why, String next) {
        return new InvalidTargetException(text, why, next);
    }
}
