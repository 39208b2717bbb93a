package dev.switchback.core.source;

import java.util.Set;

/** The files that belong to a folder of migrations, or to the tools around it, without being migrations. */
final class KnownFiles {
    /** What was not dropped when a migration was made from a difference. */
    private static final String PENDING_DROPS = "pending-drops";

    private static final Set<String> AT_ROOT = Set.of(IgnoreRules.FILE_NAME, MigrationsSum.FILE_NAME, PENDING_DROPS);
    private static final Set<String> ANYWHERE = Set.of(
            ".gitkeep",
            ".keep",
            ".gitattributes",
            ".gitignore",
            ".editorconfig",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini");

    private KnownFiles() {}

    static boolean isKnown(TreeEntry entry) {
        String name = TreeEntry.lastName(entry.path());
        return switch (entry.type()) {
            case FILE -> ANYWHERE.contains(name) || AT_ROOT.contains(entry.path()) || isTemporary(entry.path());
            // a mounted Kubernetes ConfigMap keeps its files in ..2026_11_23, to which ..data is a link
            case HIDDEN_FOLDER, LINKED_FOLDER -> name.startsWith("..");
            default -> false;
        };
    }

    private static boolean isTemporary(String path) {
        return path.startsWith("." + MigrationsSum.FILE_NAME)
                && MigrationsSum.TEMPORARY.matcher(path).matches();
    }
}
