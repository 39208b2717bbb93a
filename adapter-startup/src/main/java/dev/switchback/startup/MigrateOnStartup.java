package dev.switchback.startup;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.SwitchbackException;
import javax.sql.DataSource;

/**
 * What an application does about its database when it starts, as {@code startup.mode} ({@code AUTO_MIGRATE_ON_STARTUP})
 * says: nothing but report ({@code off}, the default), refuse to start unless it is at head ({@code verify}), wait until
 * another process has brought it there ({@code wait}), or bring it there ({@code upgrade}, {@code true}). Any number of
 * instances may start together; one of them migrates, the others wait for it and find nothing to do.
 *
 * <p>Every call writes one line with its result to the SLF4J logger of this class, also when it fails: at {@code INFO} when
 * the schema fits the application, at {@code WARN} when it does not, at {@code ERROR} before an error is thrown. Before
 * that there is a line for whatever the start waits for, and one every ten seconds while migrations run. No line contains a
 * secret. A flight recording gets the events {@code switchback.Migration}, {@code switchback.Statement} and
 * {@code switchback.LockWait}; with {@code startup.probe-port} the probes of an orchestrator are answered meanwhile.
 *
 * <p>Thread-safe; holds no state.
 */
public final class MigrateOnStartup {

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
     * @param configuration the settings; stays as it is. If {@link ConfigKey#POOL} is set nowhere, there is no pool; if
     *     {@link ConfigKey#LOCK_TIMEOUT} is set nowhere, it is {@link ConfigKey#STARTUP_TIMEOUT}
     * @return what was done and what is pending
     * @throws SwitchbackException if a setting is wrong or there is no engine; and, unless {@code startup.on-failure} is
     *     {@code warn}: in mode {@code upgrade} whatever {@link MigrationManager#autoUpgrade()} throws, or that the database
     *     does not exist; in modes {@code verify} and {@code wait} a
     *     {@link dev.switchback.api.error.PendingMigrationsException}, or that files and history do not agree. In mode
     *     {@code off} a database that does not answer or does not fit is part of the result
     */
    public static StartupResult run(Switchback.Builder configuration) {
        try (Start start = Start.of(configuration)) {
            return start.run();
        }
    }

    /**
     * Writes the line of a start that does not come to {@link #run(Switchback.Builder)}: for whoever connects a framework
     * and finds out beforehand that a setting of it is wrong.
     *
     * @param error what is wrong
     * @param <E> the type of the error
     * @return the same, to be thrown
     */
    public static <E extends SwitchbackException> E refused(E error) {
        return Start.logged(error);
    }

    /**
     * The same with the settings of the process, and with a pool for the application.
     *
     * @return the database, to be closed by the caller
     * @throws SwitchbackException as {@link #start(Switchback.Builder)}
     */
    public static StartedDatabase start() {
        return start(Switchback.fromEnvironment());
    }

    /**
     * The same as {@link #run(Switchback.Builder)}, and then opens what the application needs of its database from then
     * on, so that one {@code DATABASE_URL} serves migrations and application alike. With {@code startup.probe-port} the
     * probes are answered until it is closed.
     *
     * @param configuration the settings, with a {@code url} and without a {@code DataSource}; stays as it is
     * @return the database, to be closed by the caller
     * @throws SwitchbackException as {@link #run(Switchback.Builder)}; or if the database is one in memory
     */
    public static StartedDatabase start(Switchback.Builder configuration) {
        return StartedDatabase.of(configuration);
    }
}
