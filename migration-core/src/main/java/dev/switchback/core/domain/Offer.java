package dev.switchback.core.domain;

import dev.switchback.api.model.Problem;
import java.util.List;

/**
 * What a source offers.
 *
 * @param migrations every migration: versioned by version, then baselines by version, then repeatable by description
 * @param problems what is wrong with the files; nothing may be run while there are any
 * @param warnings what is worth knowing but not wrong
 */
public record Offer(List<MigrationScript> migrations, List<Problem> problems, List<String> warnings) {
    /** Copies the lists. */
    public Offer {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
