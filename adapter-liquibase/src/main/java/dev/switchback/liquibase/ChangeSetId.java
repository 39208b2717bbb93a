package dev.switchback.liquibase;

import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationScript;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What identifies a migration in the history table, beside the file name. Never to be changed: existing databases and
 * exported changelogs have it.
 *
 * @param kind the kind of migration
 * @param text the ID: the version, or {@code B} and the version, or {@code R__} and the description
 */
record ChangeSetId(MigrationKind kind, String text) {

    /** The author of all our change sets; rows of others are not ours to read. */
    static final String AUTHOR = "switchback";

    private static final String BASELINE = "B";
    private static final String REPEATABLE = "R__";
    private static final Pattern EXTENSION = Pattern.compile("\\.(?:sql|xml|yaml|yml|json)$");

    static ChangeSetId of(MigrationScript script) {
        Optional<MigrationVersion> version = script.migration().version();
        return new ChangeSetId(
                script.kind(),
                switch (script.kind()) {
                    case VERSIONED -> version.orElseThrow().text();
                    case BASELINE -> BASELINE + version.orElseThrow().text();
                    case REPEATABLE -> stem(script.script());
                });
    }

    /** Reads the ID of a row; empty if it is none that we write. */
    static Optional<ChangeSetId> parse(String id) {
        if (isVersion(id)) {
            return Optional.of(new ChangeSetId(MigrationKind.VERSIONED, id));
        }
        if (id.startsWith(BASELINE) && isVersion(id.substring(1))) {
            return Optional.of(new ChangeSetId(MigrationKind.BASELINE, id));
        }
        return id.startsWith(REPEATABLE)
                ? Optional.of(new ChangeSetId(MigrationKind.REPEATABLE, id))
                : Optional.empty();
    }

    /** The version; empty for a repeatable migration. */
    Optional<MigrationVersion> version() {
        return switch (kind) {
            case VERSIONED -> Optional.of(MigrationVersion.of(text));
            case BASELINE -> Optional.of(MigrationVersion.of(text.substring(1)));
            case REPEATABLE -> Optional.empty();
        };
    }

    /** What a file name, with or without folders, says the migration does. */
    static String description(String path) {
        String stem = stem(path);
        int separator = stem.indexOf("__");
        return (separator < 0 ? stem : stem.substring(separator + 2)).replace('_', ' ');
    }

    /** The name of a file without its folders and without what it ends in. */
    static String stem(String path) {
        return EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
    }

    private static boolean isVersion(String text) {
        return text.length() <= MigrationVersion.MAX_LENGTH && MigrationVersion.isVersion(text);
    }
}
