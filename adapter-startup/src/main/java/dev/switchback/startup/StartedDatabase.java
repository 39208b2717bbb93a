package dev.switchback.startup;

import dev.switchback.api.ApplicationPool;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.health.MigrationHealth;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * The database of an application that has started: its connections, its health, and what the start did. Lives as long as
 * the application, which closes it. Thread-safe.
 */
public final class StartedDatabase implements AutoCloseable {

    private final Start start;
    private final StartupResult result;
    private final ApplicationPool pool;
    private final MigrationManager migrations;
    private final MigrationHealth health;

    private StartedDatabase(Start start, StartupResult result, ApplicationPool pool, MigrationManager migrations) {
        this.start = start;
        this.result = result;
        this.pool = pool;
        this.migrations = migrations;
        this.health = MigrationHealth.of(migrations, start.settings());
        start.answerWith(health::check);
    }

    /** Starts; what is open when that fails is closed. */
    static StartedDatabase of(Switchback.Builder configuration) {
        Start start = Start.of(configuration);
        try {
            StartupResult result = start.run();
            ApplicationPool pool = configuration.openPool();
            try {
                // a check now and then needs no second pool, and must not wait for a place in the first
                return new StartedDatabase(
                        start,
                        result,
                        pool,
                        configuration.copy().set(ConfigKey.POOL, "false").open());
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
        } catch (RuntimeException e) {
            start.close();
            throw e;
        }
    }

    /** What the start did. */
    public StartupResult result() {
        return result;
    }

    /**
     * The connections of the application, from a HikariCP pool, as the setting {@code url} says; at most
     * {@code pool.size} of them. For the application, its scheduler, and whatever else wants a {@code DataSource}. Closed
     * by {@link #close()}.
     */
    public DataSource dataSource() {
        return pool;
    }

    /** Whether the schema still fits the application; may be asked every second. */
    public MigrationHealth health() {
        return health;
    }

    /** The migrations of this application, for a page that shows their status. Closed by {@link #close()}. */
    public MigrationManager migrations() {
        return migrations;
    }

    /** Where {@code /livez} and {@code /readyz} are answered; empty if {@code startup.probe-port} is not set. */
    public OptionalInt probePort() {
        return start.probePort();
    }

    /** Closes the pool, the health check and the probes. Idempotent. */
    @Override
    public void close() {
        start.close();
        migrations.close();
        pool.close();
    }
}
