package dev.switchback.startup;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Origin;
import dev.switchback.api.config.Settings;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.MigrationStatus;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the database when an application starts, if {@code auto-upgrade} ({@code AUTO_MIGRATE_ON_STARTUP}) says so.
 *
 * <p>It is off by default: then nothing is written, and the result and the log tell what is pending. Any number of
 * instances may start together; one of them migrates, the others wait for it and find nothing to do.
 *
 * <p>Every call writes exactly one line to the SLF4J logger of this class, also when it fails: at {@code INFO} when the
 * schema fits the application, at {@code WARN} when it does not, at {@code ERROR} before an error is thrown. No line
 * contains a secret. Thread-safe; holds no state.
 */
public final class MigrateOnStartup {

    private static final Logger LOG = LoggerFactory.getLogger(MigrateOnStartup.class);

    private MigrateOnStartup() {}

    /**
     * With the settings of the process: environment variables, {@code .env} and {@code switchback.properties} in the
     * working directory.
     *
     * @return what was done and what is pending
     * @throws SwitchbackException as {@link #run(Switchback.Builder)}
     */
    public static StartupResult run() {
        return run(Switchback.fromEnvironment());
    }

    /**
     * With the settings of the process, on the application's own connections.
     *
     * @param dataSource the connections; stays the caller's to close
     * @return what was done and what is pending
     * @throws SwitchbackException as {@link #run(Switchback.Builder)}
     */
    public static StartupResult run(DataSource dataSource) {
        return run(Switchback.fromEnvironment().dataSource(dataSource));
    }

    /**
     * With settings of the caller's own making.
     *
     * @param configuration the settings; {@link ConfigKey#AUTO_UPGRADE} among them decides whether to migrate. If
     *     {@link ConfigKey#POOL} is set nowhere, it is set to {@code false} here
     * @return what was done and what is pending
     * @throws SwitchbackException if a setting is wrong or there is no engine; and, if auto-upgrade is on, whatever
     *     {@link MigrationManager#autoUpgrade()} throws. If it is off, a database that does not answer or does not fit is
     *     part of the result
     */
    public static StartupResult run(Switchback.Builder configuration) {
        try {
            Settings settings = configuration.settings();
            boolean autoUpgrade = settings.get(ConfigKey.AUTO_UPGRADE);
            if (settings.origin(ConfigKey.POOL).source() == Origin.Source.DEFAULT) {
                // one run of one thread: a pool would only open more connections, and take longer to say what is wrong
                configuration.set(ConfigKey.POOL, "false");
            }
            try (MigrationManager migrations = configuration.open()) {
                Optional<AutoUpgradeResult> upgrade =
                        autoUpgrade ? Optional.of(migrations.autoUpgrade()) : Optional.empty();
                return logged(result(migrations, upgrade));
            }
        } catch (SwitchbackException e) {
            LOG.error(
                    "Migrations: {}; {}, the database is {}; next: {}",
                    oneLine(String.valueOf(e.getMessage())),
                    e.code(),
                    e.databaseState(),
                    oneLine(e.nextStep()));
            throw e;
        }
    }

    private static StartupResult result(MigrationManager migrations, Optional<AutoUpgradeResult> upgrade) {
        return new StartupResult(
                upgrade, pending(migrations), MigrationHealth.of(migrations).check());
    }

    private static List<MigrationStatus> pending(MigrationManager migrations) {
        try {
            return migrations.status().pending();
        } catch (SwitchbackException e) {
            // the health, read next, tells why
            return List.of();
        }
    }

    private static StartupResult logged(StartupResult result) {
        if (result.health().up()) {
            LOG.info("Migrations: {}", oneLine(result.summary()));
        } else {
            LOG.warn("Migrations: {}", oneLine(result.summary()));
        }
        return result;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
