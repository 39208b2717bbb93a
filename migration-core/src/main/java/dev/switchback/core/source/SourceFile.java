package dev.switchback.core.source;

import dev.switchback.core.domain.MigrationFileName;

/**
 * A migration file, read.
 *
 * @param tree the name of the root it was found under
 * @param path its path under that root, with slashes; what plain Flyway records as the script
 * @param name the parts of its name
 * @param content its text
 * @param conf the configuration beside it
 */
record SourceFile(String tree, String path, MigrationFileName name, CanonicalText content, ScriptConf conf) {

    /** What messages call the file. */
    String origin() {
        return tree + "/" + path;
    }
}
