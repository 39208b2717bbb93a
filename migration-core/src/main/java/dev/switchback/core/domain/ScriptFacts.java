package dev.switchback.core.domain;

import dev.switchback.api.model.Problem;
import java.util.List;

/**
 * What a look into a script told, without running it.
 *
 * @param statements how many statements it has
 * @param transactional whether it runs in one transaction
 * @param problems why it cannot be run; empty if it can
 * @param warnings what its author may not expect of the run, a sentence each
 */
public record ScriptFacts(int statements, boolean transactional, List<Problem> problems, List<String> warnings) {
    /** Copies the lists. */
    public ScriptFacts {
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }
}
