package dev.switchback.startup;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Settings;
import dev.switchback.api.config.StartupMode;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.PendingMigrationsException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.health.HealthReport;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.StatusReport;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What each mode does. */
final class StartMode {

    private final MigrationManager migrations;
    private final Settings settings;
    private final StartupMode mode;
    private final boolean looksLate;
    private boolean created;

    /**
     * @param looksLate whether the database is better not looked at before the upgrade does it
     */
    StartMode(MigrationManager migrations, Settings settings, boolean looksLate) {
        this.migrations = migrations;
        this.settings = settings;
        this.mode = settings.get(ConfigKey.STARTUP_MODE);
        this.looksLate = looksLate;
    }

    StartupResult run() {
        return switch (mode) {
            case OFF -> result(Optional.empty(), migrations.status());
            case VERIFY -> verified(migrations.status(), Duration.ZERO);
            case WAIT -> {
                Duration patience = settings.get(ConfigKey.STARTUP_TIMEOUT);
                yield verified(migrations.awaitHead(patience), patience);
            }
            case UPGRADE -> upgrade();
        };
    }

    private StartupResult verified(StatusReport seen, Duration waited) {
        List<Problem> problems = seen.problems();
        if (problems.stream().anyMatch(p -> isOfFiles(p.kind()))) {
            throw new InvalidMigrationSourceException(problems);
        }
        if (!problems.isEmpty()) {
            throw new HistoryMismatchException(problems);
        }
        if (!seen.pending().isEmpty()) {
            throw new PendingMigrationsException(seen.pending(), waited);
        }
        return result(Optional.empty(), seen);
    }

    /** What is wrong whatever the database holds. */
    private static boolean isOfFiles(Problem.Kind kind) {
        return EnumSet.of(
                        Problem.Kind.BAD_NAME,
                        Problem.Kind.DUPLICATE,
                        Problem.Kind.ORPHAN,
                        Problem.Kind.UNEXPECTED_FILE,
                        Problem.Kind.BAD_CONTENT,
                        Problem.Kind.SUM_MISMATCH)
                .contains(kind);
    }

    /** At head, which is how nearly every start finds it, the database is looked at once and no engine is loaded. */
    private StartupResult upgrade() {
        created = settings.get(ConfigKey.STARTUP_CREATE_DATABASE) && migrations.createDatabase();
        if (looksLate) {
            requireFile();
        } else {
            StatusReport seen = migrations.status();
            if (!seen.database().exists()) {
                throw missing(seen.database().name());
            }
            if (seen.upToDate()) {
                return result(Optional.of(new AutoUpgradeResult(0, Optional.empty())), seen);
            }
        }
        AutoUpgradeResult upgrade = migrations.autoUpgrade();
        return result(Optional.of(upgrade), migrations.status());
    }

    private void requireFile() {
        settings.database().file().ifPresent(file -> {
            if (!Files.exists(file)) {
                throw missing(settings.database().displayName());
            }
        });
    }

    private static DatabaseAccessException missing(String name) {
        return new DatabaseAccessException(
                name,
                "there is no such database",
                null,
                0,
                "check the url; to have a start create it: startup.create-database=true",
                null);
    }

    /** What is known of a start that went wrong, or in mode off could not look. */
    StartupResult failed(SwitchbackException error) {
        Optional<SwitchbackException> failure = mode == StartupMode.OFF ? Optional.empty() : Optional.of(error);
        if (!(error instanceof DatabaseAccessException)) {
            try {
                StatusReport seen = migrations.status();
                return new StartupResult(
                        mode, Optional.empty(), seen.pending(), HealthReport.of(seen), failure, created);
            } catch (SwitchbackException e) {
                // the first error says it
            }
        }
        return new StartupResult(mode, Optional.empty(), List.of(), HealthReport.of(error), failure, created);
    }

    private StartupResult result(Optional<AutoUpgradeResult> upgrade, StatusReport seen) {
        return new StartupResult(mode, upgrade, seen.pending(), HealthReport.of(seen), Optional.empty(), created);
    }
}
