package dev.switchback.startup.microprofile;

import dev.switchback.api.config.PendingStatus;
import dev.switchback.api.health.HealthReport;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The check {@code migrations} of MicroProfile Health, for readiness and never for liveness: up while the schema fits the
 * application. What it says of pending migrations, and whether it looks at all, the settings {@code health.pending-status}
 * and {@code health.enabled} say. Produced by the application as a bean with the qualifier {@code @Readiness}. Thread-safe.
 */
public final class MigrationsReadiness implements HealthCheck {

    private final MigrationHealth health;

    /**
     * Creates the check.
     *
     * @param health what is asked each time
     */
    public MigrationsReadiness(MigrationHealth health) {
        this.health = Objects.requireNonNull(health, "health");
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("migrations");
        if (!health.enabled()) {
            // who produces the bean cannot leave it out by a setting; so it answers, and asks nobody
            return response.up().withData("enabled", false).build();
        }
        HealthReport report = health.check();
        response.status(report.up() || isPendingWell(report));
        response.withData("status", report.status().name());
        report.details().forEach(response::withData);
        return response.build();
    }

    /** MicroProfile has no third status: whatever is not up is down. */
    private boolean isPendingWell(HealthReport report) {
        return report.status() == HealthStatus.PENDING && health.pendingStatus() == PendingStatus.UP;
    }
}
