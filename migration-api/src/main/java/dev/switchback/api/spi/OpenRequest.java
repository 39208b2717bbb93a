package dev.switchback.api.spi;

import dev.switchback.api.config.Settings;
import dev.switchback.api.event.MigrationListener;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Everything a manager is opened with.
 *
 * @param settings the settings; relative paths are relative to their {@code baseDir()}
 * @param dataSource the caller's own connections, used instead of {@code url} and never closed
 * @param listener hears the events of all runs
 * @param clock the time
 * @param classLoader where engines and {@code classpath:} migrations are looked for
 */
public record OpenRequest(
        Settings settings,
        Optional<DataSource> dataSource,
        MigrationListener listener,
        Clock clock,
        ClassLoader classLoader) {
    /** Checks that everything is there. */
    public OpenRequest {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(dataSource, "dataSource");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(classLoader, "classLoader");
    }
}
