package dev.switchback.api.model;

import java.util.Objects;
import java.util.Set;

/**
 * An engine found on the class path.
 *
 * @param id what the setting {@code engine} calls it, for example {@code flyway}
 * @param name its name for people
 * @param version the version of its library
 * @param historyTable the table it keeps its history in, unless configured otherwise
 * @param capabilities what it has that others have not
 */
public record EngineInfo(
        String id, String name, String version, String historyTable, Set<EngineCapability> capabilities) {
    /** Checks that everything is there. */
    public EngineInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(historyTable, "historyTable");
        capabilities = Set.copyOf(capabilities);
    }
}
