package dev.switchback.startup.spring;

import dev.switchback.api.health.HealthReport;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.ExecutedMigration;
import dev.switchback.api.model.RunResult;
import dev.switchback.startup.StartupResult;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What happened at the start, and how the database stands now. The start is over before there is a registry. */
final class MigrationMeters implements MeterBinder {

    private final MigrationInitializer start;
    private final MigrationHealth health;

    MigrationMeters(MigrationInitializer start, MigrationHealth health) {
        this.start = start;
        this.health = health;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("switchback.migrations.pending", health, h -> pending(h.check()))
                .description("Migrations that are not applied; NaN while that is not known")
                .register(registry);
        Gauge.builder("switchback.health", health, h -> h.check().up() ? 1 : 0)
                .description("1 if the schema fits the application")
                .register(registry);
        FunctionCounter.builder(
                        "switchback.migrations.applied",
                        start,
                        s -> executed(s.result()).size())
                .description("Migrations that this process applied when it started")
                .register(registry);
        FunctionCounter.builder(
                        "switchback.migrations.failed",
                        start,
                        s -> s.result().failure().isPresent() ? 1 : 0)
                .description("Starts of this process that failed and went on (startup.on-failure=warn)")
                .register(registry);
        TimeGauge.builder(
                        "switchback.lock.wait",
                        start,
                        TimeUnit.MILLISECONDS,
                        s -> s.waited().toMillis())
                .description("How long the start waited for the migration lock")
                .register(registry);
        Timer timer = Timer.builder("switchback.migration.duration")
                .description("How long each migration took that this process applied when it started")
                .register(registry);
        executed(start.result()).forEach(migration -> timer.record(migration.duration()));
    }

    private static double pending(HealthReport report) {
        String pending = report.details().get("pending");
        return pending == null ? Double.NaN : Double.parseDouble(pending);
    }

    private static List<ExecutedMigration> executed(StartupResult result) {
        return result.upgrade()
                .flatMap(AutoUpgradeResult::run)
                .map(RunResult::executed)
                .orElse(List.of());
    }
}
