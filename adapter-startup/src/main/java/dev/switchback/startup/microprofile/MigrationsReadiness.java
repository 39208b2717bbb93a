package dev.switchback.startup.microprofile;

import dev.switchback.api.health.HealthReport;
import dev.switchback.api.health.MigrationHealth;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The check {@code migrations} of MicroProfile Health, for readiness and never for liveness: up while the schema fits the
 * application. Produced by the application as a bean with the qualifier {@code @Readiness}. Thread-safe.
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
        HealthReport report = health.check();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("migrations").status(report.up());
        response.withData("status", report.status().name());
        report.details().forEach(response::withData);
        return response.build();
    }
}
