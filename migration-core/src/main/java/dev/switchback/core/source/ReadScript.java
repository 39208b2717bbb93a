package dev.switchback.core.source;

import dev.switchback.core.domain.SqlScript;
import java.util.Optional;

/**
 * A file with what is to be run.
 *
 * @param file the file
 * @param script what is run
 * @param irreversible why it cannot be reverted, if it says so
 */
record ReadScript(SourceFile file, SqlScript script, Optional<String> irreversible) {}
