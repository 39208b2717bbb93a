package dev.switchback.startup;

import dev.switchback.api.health.HealthReport;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.MigrationStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened when the application started.
 *
 * @param upgrade what the upgrade did; empty if auto-upgrade is off
 * @param pending what is not applied now, in order
 * @param health whether the schema fits the application now
 */
public record StartupResult(Optional<AutoUpgradeResult> upgrade, List<MigrationStatus> pending, HealthReport health) {

    /** Copies the list. */
    public StartupResult {
        Objects.requireNonNull(upgrade, "upgrade");
        Objects.requireNonNull(health, "health");
        pending = List.copyOf(pending);
    }

    /** Whether auto-upgrade was on; it may still have found nothing to do. */
    public boolean ran() {
        return upgrade.isPresent();
    }

    /** One line that tells what happened, without any secret. */
    public String summary() {
        String what = upgrade.map(AutoUpgradeResult::summary).orElseGet(this::report);
        String why = health.details().get("message");
        return why == null ? what : what + "; " + health.status() + ": " + why;
    }

    private String report() {
        if (pending.isEmpty()) {
            return health.up() ? "nothing is pending" : "nothing was changed, auto-upgrade is off";
        }
        return pending.size()
                + " pending and not applied, because auto-upgrade (AUTO_MIGRATE_ON_STARTUP) is off; the first is "
                + pending.get(0).label();
    }
}
