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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Whether it is the name of that file. */
    boolean isFile(String script) {
        return fileName(text).equals(fileName(script));
    }

    /** Refuses a version that several files claim: whichever is taken, the other may be meant. */
    void requireOneFile(Offer offer) {
        Optional<MigrationScript> one = in(offer).filter(offer::isContested).filter(script -> !isFile(script.script()));
        if (one.isPresent()) {
            String each = Stream.concat(one.stream(), offer.rivals().stream())
                    .filter(script -> script.migration()
                            .version()
                            .equals(one.get().migration().version()))
                    .map(script -> "switchback rebase " + new ShellWord(script.script()))
                    .collect(Collectors.joining(" or "));
            throw refused(
                    "several files have this version",
                    "give the one that is not applied anywhere yet another version: " + each);
        }
    }

    private boolean names(String script, Optional<String> version, String description) {
        return isFile(script)
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
