package dev.switchback.core.source;

/**
 * One thing that a tree of files holds.
 *
 * @param path where, relative to the root, with slashes
 * @param type what it is
 */
record TreeEntry(String path, Type type) {

    /** The types. */
    enum Type {
        /** A file that can be read; a link to one inside the root too. */
        FILE,
        /** A folder that has the name of a migration. */
        MIGRATION_FOLDER,
        /** A folder whose name begins with a dot: plain Flyway does not look into it, and neither do we. */
        HIDDEN_FOLDER,
        /** A folder that cannot be listed. */
        UNREADABLE_FOLDER,
        /** A link to a folder. */
        LINKED_FOLDER,
        /** A link to something outside the root. */
        OUTSIDE_LINK,
        /** A link to nothing. */
        BROKEN_LINK,
        /** A pipe, a device, a socket. */
        SPECIAL,
        /** A name in a jar that would lead out of it. */
        UNSAFE_NAME
    }

    static boolean namesMigration(String folder) {
        return folder.regionMatches(true, folder.length() - 4, ".sql", 0, 4);
    }

    static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
