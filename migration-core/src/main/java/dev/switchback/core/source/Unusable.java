package dev.switchback.core.source;

import dev.switchback.api.model.Problem.Kind;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.ParsedFileName;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says of a thing in a folder of migrations why it is none, and what to do with it. */
final class Unusable {
    private static final Pattern CALLBACK =
            Pattern.compile("(?:(?:before|after)[A-Z][A-Za-z]*|createSchema)(?:__.*)?\\.sql");
    static final String MAKE_READABLE = "make it readable for the user who runs Switchback";
    private static final String OR_IGNORE = ", or list it in " + IgnoreRules.FILE_NAME;
    private static final String NAMES = "V<version>__<description>.sql, U<version>__<description>.sql (down), "
            + "B<version>__<description>.sql (baseline) or R__<description>.sql (repeatable)";

    private Unusable() {}

    /** Notes something that is not a file. */
    static void note(TreeEntry entry, FileTree tree, Findings findings) {
        String reason = switch (entry.type()) {
            case FILE -> throw new IllegalArgumentException(entry.path() + " is a file");
            case MIGRATION_FOLDER -> "is a folder with the name of a migration";
            case HIDDEN_FOLDER -> "is a hidden folder, in which migrations are not looked for";
            case UNREADABLE_FOLDER -> "is a folder that cannot be read";
            case LINKED_FOLDER -> "is a link to a folder";
            case OUTSIDE_LINK -> "is a link that leads out of " + tree.name();
            case BROKEN_LINK -> "is a link to a file that does not exist or cannot be read";
            case SPECIAL -> "is neither a file nor a folder";
            case UNSAFE_NAME -> "has a name that would lead out of the jar";
        };
        if (entry.type() == TreeEntry.Type.UNREADABLE_FOLDER) {
            // nobody knows what is in it, so to list it as no migrations would be a guess
            findings.add(Kind.UNEXPECTED_FILE, tree, entry.path() + "/", reason, MAKE_READABLE);
        } else {
            findings.add(Kind.UNEXPECTED_FILE, tree, entry.path(), reason, "put the files themselves here" + OR_IGNORE);
        }
    }

    /** Notes a file that has not the name of a migration. */
    static void noteName(String path, ParsedFileName parsed, FileTree tree, Findings findings) {
        String name = TreeEntry.lastName(path);
        if (CALLBACK.matcher(name).matches()) {
            findings.add(
                    Kind.UNEXPECTED_FILE,
                    tree,
                    path,
                    "is a SQL callback of Flyway, which Switchback does not run",
                    "make it a migration" + OR_IGNORE);
        } else if (parsed instanceof ParsedFileName.Invalid invalid && isMeantAsMigration(name, invalid)) {
            String right = invalid.suggestion().map(s -> "rename it to " + s).orElse("name it " + NAMES);
            findings.add(Kind.BAD_NAME, tree, path, invalid.reason(), right + OR_IGNORE);
        } else if (parsed instanceof ParsedFileName.Invalid) {
            findings.add(Kind.UNEXPECTED_FILE, tree, path, "is not a migration", "move it elsewhere" + OR_IGNORE);
        } else {
            findings.add(
                    Kind.BAD_NAME,
                    tree,
                    path,
                    "is longer with its folders than " + MigrationFileName.MAX_FILE_NAME
                            + " characters, which the history tables cannot hold",
                    "shorten it");
        }
    }

    /** Files of the other kinds are often something else altogether. */
    private static boolean isMeantAsMigration(String name, ParsedFileName.Invalid invalid) {
        return name.toLowerCase(Locale.ROOT).endsWith(MigrationFileName.SUFFIX)
                || invalid.suggestion().isPresent();
    }
}
