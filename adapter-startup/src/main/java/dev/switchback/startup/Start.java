package dev.switchback.startup;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.Origin;
import dev.switchback.api.config.Settings;
import dev.switchback.api.config.StartupFailurePolicy;
import dev.switchback.api.config.StartupMode;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.EngineNotFoundException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.health.HealthReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One start of an application: the work of {@link StartMode}, with everything around it that tells what it does. */
final class Start implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MigrateOnStartup.class);

    private final Switchback.Builder configuration;
    private final Settings settings;
    private final StartEvents events = new StartEvents(LOG);
    private final Optional<ProbeServer> probes;

    private Start(Switchback.Builder configuration) {
        this.configuration = configuration.copy();
        this.settings = configuration.settings();
        Optional<Integer> port = settings.get(ConfigKey.STARTUP_PROBE_PORT);
        this.probes =
                port.isPresent() ? Optional.of(ProbeServer.open(port.get(), events.progress())) : Optional.empty();
    }

    /** Reads the settings, and answers probes from now on. The caller's builder stays as it is. */
    static Start of(Switchback.Builder configuration) {
        try {
            return new Start(configuration);
        } catch (SwitchbackException e) {
            throw logged(e);
        }
    }

    Settings settings() {
        return settings;
    }

    /** The port on which probes are answered. */
    OptionalInt probePort() {
        return probes.map(p -> OptionalInt.of(p.port())).orElse(OptionalInt.empty());
    }

    /** From now on the database decides whether the process is ready. */
    void answerWith(Supplier<HealthReport> health) {
        probes.ifPresent(p -> p.startedWith(health));
    }

    /** Does what the mode says, and writes the one line about it. */
    StartupResult run() {
        try (events) {
            StartupResult result = outcome(configured().alsoListener(events));
            if (result.worrying()) {
                LOG.warn("Migrations: {}", result.summary());
            } else {
                LOG.info("Migrations: {}", result.summary());
            }
            events.ended("has started (" + result.health().status() + ")");
            return result;
        } catch (SwitchbackException e) {
            events.ended("could not start (" + e.code() + ")");
            throw logged(e);
        } catch (RuntimeException e) {
            events.ended("could not start");
            LOG.error("Migrations: failed unexpectedly: {}", oneLine(e.toString()));
            throw e;
        }
    }

    private Switchback.Builder configured() {
        Switchback.Builder own = configuration.copy();
        if (isDefault(ConfigKey.POOL)) {
            // one run of one thread: a pool would only open more connections, and take longer to say what is wrong
            own.set(ConfigKey.POOL, "false");
        }
        if (isDefault(ConfigKey.LOCK_TIMEOUT)) {
            own.set(ConfigKey.LOCK_TIMEOUT, text(settings.get(ConfigKey.STARTUP_TIMEOUT)));
        }
        return own;
    }

    /** As people write it, where that is exact: the long form takes the whole machinery of expressions to read. */
    private static String text(Duration duration) {
        return duration.toNanosPart() == 0 ? duration.toSeconds() + "s" : duration.toString();
    }

    private boolean isDefault(ConfigKey<?> key) {
        return settings.origin(key).source() == Origin.Source.DEFAULT;
    }

    private StartupResult outcome(Switchback.Builder builder) {
        try (MigrationManager migrations = builder.open()) {
            events.of(migrations);
            StartMode work = new StartMode(migrations, settings, fileMayBeTaken());
            try {
                return work.run();
            } catch (SwitchbackException e) {
                requireHarmless(e);
                return work.failed(e);
            }
        } catch (SwitchbackException e) {
            // an application's DataSource is asked for a connection when the manager is opened
            requireHarmless(e);
            return new StartupResult(
                    settings.get(ConfigKey.STARTUP_MODE),
                    Optional.empty(),
                    List.of(),
                    HealthReport.of(e),
                    expectsNothing() ? Optional.empty() : Optional.of(e),
                    false);
        }
    }

    /** Wrong settings never come right by themselves; of the rest the settings say whether it matters. */
    private void requireHarmless(SwitchbackException error) {
        boolean wrong = error instanceof ConfigurationException || error instanceof EngineNotFoundException;
        boolean warns = settings.get(ConfigKey.STARTUP_ON_FAILURE) == StartupFailurePolicy.WARN;
        if (wrong || (!warns && !expectsNothing())) {
            throw error;
        }
    }

    private boolean expectsNothing() {
        return settings.get(ConfigKey.STARTUP_MODE) == StartupMode.OFF;
    }

    /** A process that has opened a file of H2 has it to itself: whoever only looks would have to wait. */
    private boolean fileMayBeTaken() {
        return settings.database().kind() == DatabaseKind.H2
                && settings.database().file().isPresent();
    }

    static <E extends SwitchbackException> E logged(E e) {
        LOG.error(
                "Migrations: {}; {}, the database is {}; next: {}",
                oneLine(String.valueOf(e.getMessage())),
                e.code(),
                e.databaseState(),
                oneLine(e.nextStep()));
        return e;
    }

    /** What follows a colon is what was announced; anything else is one thing more. */
    static String oneLine(String text) {
        String stripped = text.strip();
        return isOneLine(stripped)
                ? stripped
                : stripped.replaceAll(":\\s*\\R\\s*", ": ").replaceAll("\\s*\\R\\s*", "; ");
    }

    /** Most are, and an expression is dear for the first line that a process writes. */
    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        if (probes.isPresent()) {
            probes.get().close();
        }
    }
}
