package dev.switchback.startup.spring;

import dev.switchback.api.health.HealthReport;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code /actuator/migrations}: every migration with its state, what is pending, what is wrong. Reads only. */
@Endpoint(id = "migrations")
final class MigrationsEndpoint {

    private final MigrationHealth health;

    MigrationsEndpoint(MigrationHealth health) {
        this.health = health;
    }

    /** The database beside the files, as it is now; a database that does not answer is waited for as in a health check. */
    @ReadOperation
    public Map<String, Object> migrations() {
        try {
            return answer(health.status());
        } catch (RuntimeException e) {
            HealthReport report = HealthReport.of(e);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("health", report.status().name());
            answer.putAll(report.details());
            return answer;
        }
    }

    private static Map<String, Object> answer(StatusReport status) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("health", HealthReport.of(status).status().name());
        answer.put("engine", status.engine().id());
        answer.put("database", status.database().name());
        answer.put("historyTable", status.historyTable());
        put(answer, "current", status.current().map(MigrationVersion::text));
        put(answer, "head", status.head().map(MigrationVersion::text));
        answer.put("pending", status.pending().size());
        answer.put(
                "problems",
                status.problems().stream().map(MigrationsEndpoint::problem).toList());
        answer.put("warnings", status.warnings());
        answer.put(
                "migrations",
                status.migrations().stream().map(MigrationsEndpoint::migration).toList());
        return answer;
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kind", problem.kind().name());
        answer.put("script", problem.script());
        answer.put("message", problem.message());
        answer.put("next", problem.nextStep());
        return answer;
    }

    private static Map<String, Object> migration(MigrationStatus status) {
        Map<String, Object> answer = new LinkedHashMap<>();
        put(answer, "version", status.version().map(MigrationVersion::text));
        answer.put("description", status.description());
        answer.put("script", status.script());
        answer.put("state", status.state().name());
        put(answer, "reversible", status.migration().map(Migration::reversible));
        Optional<AppliedMigration> applied = status.applied();
        put(answer, "installedRank", applied.map(AppliedMigration::order));
        put(answer, "checksum", applied.flatMap(AppliedMigration::checksum));
        put(answer, "installedOn", applied.flatMap(AppliedMigration::appliedAt).map(Instant::toString));
        put(answer, "installedBy", applied.flatMap(AppliedMigration::appliedBy));
        put(
                answer,
                "executionTime",
                applied.flatMap(AppliedMigration::executionTime).map(Duration::toMillis));
        return answer;
    }

    private static void put(Map<String, Object> answer, String name, Optional<?> value) {
        value.ifPresent(v -> answer.put(name, v));
    }
}
