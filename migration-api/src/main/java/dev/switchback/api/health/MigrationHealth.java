package dev.switchback.api.health;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.StatusReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Tells whether a database is at the version that the migrations of this build expect. Reads only, takes no lock, loads
 * no engine, and never throws a {@link SwitchbackException}: what goes wrong is part of the answer. Thread-safe if the
 * manager is.
 */
public final class MigrationHealth {

    private final MigrationManager manager;

    private MigrationHealth(MigrationManager manager) {
        this.manager = Objects.requireNonNull(manager, "manager");
    }

    /**
     * A health check on an open manager.
     *
     * @param manager the manager; stays the caller's to close
     * @return the check
     */
    public static MigrationHealth of(MigrationManager manager) {
        return new MigrationHealth(manager);
    }

    /** Looks at the database now. */
    public HealthReport check() {
        try {
            return report(manager.status());
        } catch (SwitchbackException e) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("message", e.getMessage());
            HealthStatus status = switch (e.code()) {
                case INVALID -> HealthStatus.INVALID;
                default -> HealthStatus.UNREACHABLE;
            };
            return new HealthReport(status, details);
        }
    }

    private static HealthReport report(StatusReport status) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("engine", status.engine().id());
        details.put("database", status.database().name());
        status.current().map(MigrationVersion::text).ifPresent(v -> details.put("current", v));
        status.head().map(MigrationVersion::text).ifPresent(v -> details.put("head", v));
        details.put("pending", Integer.toString(status.pending().size()));
        if (!status.problems().isEmpty()) {
            details.put("message", status.problems().get(0).message());
        }
        return new HealthReport(verdict(status), details);
    }

    private static HealthStatus verdict(StatusReport status) {
        if (status.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.FAILED)) {
            return HealthStatus.FAILED;
        }
        if (!status.problems().isEmpty()) {
            return HealthStatus.INVALID;
        }
        return status.pending().isEmpty() ? HealthStatus.UP : HealthStatus.PENDING;
    }
}
