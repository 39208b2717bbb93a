package dev.switchback.startup.spring;

import dev.switchback.api.Switchback;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.startup.MigrateOnStartup;
import dev.switchback.startup.StartupResult;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;

/** The start. Spring makes every bean that it knows to need the schema depend on this one. */
final class MigrationInitializer implements InitializingBean {

    private final Switchback.Builder configuration;
    private volatile Duration waited = Duration.ZERO;
    private @Nullable StartupResult result;

    MigrationInitializer(Switchback.Builder configuration) {
        this.configuration = configuration;
    }

    @Override
    public void afterPropertiesSet() {
        result = MigrateOnStartup.run(configuration.copy().alsoListener(event -> {
            if (event instanceof MigrationEvent.LockAcquired acquired) {
                waited = acquired.waited();
            }
        }));
    }

    StartupResult result() {
        return Objects.requireNonNull(result, "not started yet");
    }

    /** How long the start waited for the migration lock. */
    Duration waited() {
        return waited;
    }
}
