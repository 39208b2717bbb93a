package dev.switchback.liquibase;

import dev.switchback.core.domain.MigrationFileName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes another id into a changelog, and leaves everything else as it is written.
 *
 * @param before the text
 * @param from the name of its file
 * @param to the new name of its file
 */
record ChangeSetRenaming(String before, MigrationFileName from, MigrationFileName to) {

    /** The new text; empty if the id is not where it is expected. */
    Optional<String> text() {
        String old = ChangeSetReader.expectedId(from);
        Matcher id = Pattern.compile("(?<![\\w-])(id[\"']?\\s*[=:]\\s*[\"']?)" + Pattern.quote(old) + "(?![\\w.])")
                .matcher(before);
        if (!id.find()) {
            return Optional.empty();
        }
        String after = before.substring(0, id.end(1)) + ChangeSetReader.expectedId(to) + before.substring(id.end());
        return id(after).equals(Optional.of(ChangeSetReader.expectedId(to))) ? Optional.of(after) : Optional.empty();
    }

    /** As it is read: what looked like the id can stand in a comment. */
    private Optional<String> id(String text) {
        try {
            return LiquibaseNativeFormat.tree(to, text)
                    .all("changeSet")
                    .findFirst()
                    .flatMap(set -> set.text("id"));
        } catch (UnreadableChangelogException e) {
            return Optional.empty();
        }
    }
}
