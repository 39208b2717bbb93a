package dev.switchback.core.port;

import dev.switchback.api.error.UnsupportedCapabilityException;
import java.util.List;
import java.util.Set;

/**
 * What is known of the commands of an engine without running them.
 *
 * @param engine the id of the engine
 * @param reading those that look only
 * @param emptying those that drop everything in the schema, which are never run
 */
public record ConsoleCommands(String engine, Set<String> reading, Set<String> emptying) {

    /** Copies the sets. */
    public ConsoleCommands {
        reading = Set.copyOf(reading);
        emptying = Set.copyOf(emptying);
    }

    /**
     * Whether a command may write.
     *
     * @param words the command and its options
     * @return false if it is known to look only; true for what is not known
     * @throws UnsupportedCapabilityException if it would empty the database: nobody is to be asked first about what is
     *     refused afterwards
     */
    public boolean writes(List<String> words) {
        refuseEmptying(words);
        return words.isEmpty() || !reading.contains(words.get(0));
    }

    /**
     * Refuses a command that would empty the database.
     *
     * @param words the command and its options
     * @throws UnsupportedCapabilityException if it would
     */
    public void refuseEmptying(List<String> words) {
        if (!words.isEmpty() && emptying.contains(words.get(0))) {
            throw new UnsupportedCapabilityException(
                    engine,
                    "'" + words.get(0) + "' through Switchback, because it drops everything in the schema",
                    "revert by the down scripts: switchback downgrade base");
        }
    }
}
