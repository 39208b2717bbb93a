package dev.switchback.core.source;

import dev.switchback.core.domain.SqlScript;
import java.util.Optional;

/**
 * A file with what is to be run.
 *
 * @param file the file
 * @param script what is run
 * @param inverse what reverts it, if that is known without a down script beside it
 * @param ownInverse whether the file itself says so, and not only the engine
 * @param irreversible why it cannot be reverted, if it says so
 */
record ReadScript(
        SourceFile file,
        SqlScript script,
        Optional<SqlScript> inverse,
        boolean ownInverse,
        Optional<String> irreversible) {

    /** A SQL file, which reverts nothing but what it says. */
    ReadScript(SourceFile file, SqlScript script, Optional<String> irreversible) {
        this(file, script, Optional.empty(), false, irreversible);
    }
}
