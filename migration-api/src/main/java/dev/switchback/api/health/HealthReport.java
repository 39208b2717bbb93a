package dev.switchback.api.health;

import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.StatusReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The answer of a health check.
 *
 * @param status the verdict
 * @param details what it rests on, in a fixed order: engine, database, current, head, pending, ahead, message, next; each
 *     only if there is something to say. No secret is among them
 */
public record HealthReport(HealthStatus status, Map<String, String> details) {
    /** Copies the map and keeps its order. */
    public HealthReport {
        Objects.requireNonNull(status, "status");
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /**
     * Judges what was seen of a database.
     *
     * @param seen the database beside the files
     * @return the verdict
     */
    public static HealthReport of(StatusReport seen) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("engine", seen.engine().id());
        details.put("database", seen.database().name());
        seen.current().map(MigrationVersion::text).ifPresent(v -> details.put("current", v));
        seen.head().map(MigrationVersion::text).ifPresent(v -> details.put("head", v));
        details.put("pending", Integer.toString(seen.pending().size()));
        long ahead = seen.migrations().stream()
                .filter(m -> m.state() == MigrationState.AHEAD)
                .count();
        if (ahead > 0) {
            details.put("ahead", Long.toString(ahead));
        }
        seen.problems().stream().findFirst().ifPresent(problem -> {
            details.put("message", problem.message());
            details.put("next", problem.nextStep());
        });
        return new HealthReport(verdict(seen), details);
    }

    private static HealthStatus verdict(StatusReport seen) {
        if (seen.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.FAILED)) {
            return HealthStatus.FAILED;
        }
        if (!seen.problems().isEmpty()) {
            return HealthStatus.INVALID;
        }
        return seen.pending().isEmpty() ? HealthStatus.UP : HealthStatus.PENDING;
    }

    /**
     * Judges a failure to look at a database.
     *
     * @param error why it could not be looked at
     * @return the verdict
     */
    public static HealthReport of(SwitchbackException error) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("message", String.valueOf(error.getMessage()));
        details.put("next", error.nextStep());
        return new HealthReport(
                error.code() == ErrorCode.INVALID ? HealthStatus.INVALID : HealthStatus.UNREACHABLE, details);
    }

    /**
     * Judges a failure to look at a database that somebody may have wrapped.
     *
     * @param error why it could not be looked at
     * @return the verdict on the first {@link SwitchbackException} among its causes; if there is none,
     *     {@link HealthStatus#UNREACHABLE}
     */
    public static HealthReport of(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SwitchbackException known) {
                return of(known);
            }
        }
        return new HealthReport(HealthStatus.UNREACHABLE, Map.of("message", "the check failed: " + error));
    }

    /** Whether the application may serve. */
    public boolean up() {
        return status == HealthStatus.UP;
    }
}
