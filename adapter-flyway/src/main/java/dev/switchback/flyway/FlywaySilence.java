package dev.switchback.flyway;

import java.lang.reflect.Field;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Flyway silent while it is open. Flyway logs where the configuration of the latest {@code Flyway} in the JVM says,
 * which is one static field; so that the application's own Flyway goes on logging afterwards, that field gets its former
 * value back. Several may be open at once, in any order: each remembers the one before it.
 */
final class FlywaySilence implements AutoCloseable {

    private final Silent silent;

    private FlywaySilence(Silent silent) {
        this.silent = silent;
    }

    /** Makes Flyway silent. */
    static FlywaySilence begin() {
        synchronized (FlywaySilence.class) {
            FlywaySilence silence = new FlywaySilence(new Silent(current()));
            silence.renew();
            return silence;
        }
    }

    /** Makes Flyway silent again after another {@code Flyway} was made. */
    void renew() {
        LogFactory.setConfiguration(silent);
    }

    /** Lets Flyway log as before. Idempotent. */
    @Override
    public void close() {
        synchronized (FlywaySilence.class) {
            silent.closed = true;
            if (current() == silent) {
                LogFactory.setConfiguration(lastOpen(silent));
            }
        }
    }

    private static @Nullable Configuration lastOpen(@Nullable Configuration configuration) {
        Configuration candidate = configuration;
        while (candidate instanceof Silent other && other.closed) {
            candidate = other.before;
        }
        return candidate;
    }

    private static @Nullable Configuration current() {
        try {
            // there is a setter, but no getter
            Field field = LogFactory.class.getDeclaredField("configuration");
            field.setAccessible(true);
            return (Configuration) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("This is not the release of Flyway that Switchback was built for", e);
        }
    }

    /** A configuration without any logger. */
    private static final class Silent extends ClassicConfiguration {
        private final @Nullable Configuration before;
        private boolean closed;

        Silent(@Nullable Configuration before) {
            this.before = lastOpen(before);
            setLoggers();
        }
    }
}
