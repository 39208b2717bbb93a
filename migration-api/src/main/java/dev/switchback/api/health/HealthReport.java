package dev.switchback.api.health;

import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
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
        if (seen.current().isPresent()) {
            details.put("current", seen.current().get().text());
        }
        if (seen.head().isPresent()) {
            details.put("head", seen.head().get().text());
        }
        details.put("pending", Integer.toString(seen.pending().size()));
        int ahead = 0;
        for (MigrationStatus migration : seen.migrations()) {
            ahead += migration.state() == MigrationState.AHEAD ? 1 : 0;
        }
        if (ahead > 0) {
            details.put("ahead", Integer.toString(ahead));
        }
        if (!seen.problems().isEmpty()) {
            details.put("message", seen.problems().get(0).message());
            details.put("next", seen.problems().get(0).nextStep());
        }
        return new HealthReport(verdict(seen), details);
    }

    private static HealthStatus verdict(StatusReport seen) {
        for (Problem problem : seen.problems()) {
            if (problem.kind() == Problem.Kind.FAILED) {
                return HealthStatus.FAILED;
            }
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
