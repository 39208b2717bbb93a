package dev.switchback.startup.spring;

import dev.switchback.api.health.HealthReport;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** {@code migrations} in the health of Spring Boot 3.5. Pending is as {@code health.pending-status} says, anything worse is {@code DOWN}. */
final class Boot3Health implements HealthIndicator {

    private final MigrationHealth health;

    Boot3Health(MigrationHealth health) {
        this.health = health;
    }

    @Override
    public Health health() {
        HealthReport report = health.check();
        Health.Builder builder = begin(report.status());
        builder.withDetail("status", report.status().name());
        report.details().forEach(builder::withDetail);
        return builder.build();
    }

    private Health.Builder begin(HealthStatus status) {
        return switch (status) {
            case UP -> Health.up();
            case PENDING -> Health.status(health.pendingStatus().name());
            case INVALID, FAILED, UNREACHABLE -> Health.down();
        };
    }
}
