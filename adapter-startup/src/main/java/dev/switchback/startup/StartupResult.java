package dev.switchback.startup;

import dev.switchback.api.config.StartupMode;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.health.HealthReport;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.MigrationStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened when the application started.
 *
 * @param mode what it was told to do
 * @param upgrade what the upgrade did; empty in the other modes, and if it failed
 * @param pending what is not applied now, in order
 * @param health whether the schema fits the application now
 * @param failure what went wrong, if the application starts all the same ({@code startup.on-failure=warn}); always empty in
 *     mode {@code off}, which expects nothing
 * @param databaseCreated whether this start created the database
 */
public record StartupResult(
        StartupMode mode,
        Optional<AutoUpgradeResult> upgrade,
        List<MigrationStatus> pending,
        HealthReport health,
        Optional<SwitchbackException> failure,
        boolean databaseCreated) {

    /** Copies the list. */
    public StartupResult {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(upgrade, "upgrade");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(failure, "failure");
        pending = List.copyOf(pending);
    }

    /** Whether the upgrade ran to its end; it may have found nothing to do. */
    public boolean ran() {
        return upgrade.isPresent();
    }

    /** Whether there is something in it that a person should see. */
    boolean worrying() {
        return failure.isPresent() || !health.up() || health.details().containsKey("ahead");
    }

    /** One line that tells what happened, without any secret. */
    public String summary() {
        String what = what();
        String why = health.details().get("message");
        return Start.oneLine((databaseCreated ? "created the database, " : "")
                + what
                + (why == null || failure.isPresent() ? "" : "; " + health.status() + ": " + why)
                + ahead());
    }

    private String what() {
        if (failure.isPresent()) {
            return "starts all the same (startup.on-failure=warn) after: "
                    + failure.get().getMessage() + "; next: " + failure.get().nextStep();
        }
        return upgrade.isPresent() ? upgrade.get().summary() : report();
    }

    private String ahead() {
        String ahead = health.details().get("ahead");
        return ahead == null
                ? ""
                : "; the database is ahead by " + ahead + ", this build knows migrations up to "
                        + health.details().getOrDefault("head", "none");
    }

    private String report() {
        if (health.up()) {
            return "nothing is pending, at " + health.details().getOrDefault("current", "base");
        }
        if (pending.isEmpty()) {
            return "nothing was changed, startup.mode is " + mode;
        }
        return pending.size()
                + " pending and not applied, because startup.mode (AUTO_MIGRATE_ON_STARTUP) is off; the first is "
                + pending.get(0).label();
    }
}
