package dev.switchback.api.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The answer of a health check.
 *
 * @param status the verdict
 * @param details what it rests on, in a fixed order: engine, database, current, head, pending, message
 */
public record HealthReport(HealthStatus status, Map<String, String> details) {
    /** Copies the map and keeps its order. */
    public HealthReport {
        Objects.requireNonNull(status, "status");
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Whether the application may serve. */
    public boolean up() {
        return status == HealthStatus.UP;
    }
}
