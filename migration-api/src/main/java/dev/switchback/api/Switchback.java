package dev.switchback.api;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Settings;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.DriverInfo;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.spi.ManagerFactory;
import dev.switchback.api.spi.OpenRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The entry to Switchback.
 *
 * <pre>{@code
 * try (MigrationManager migrations = Switchback.configure()
 *         .databaseUrl("sqlite:///app.db")
 *         .engine("flyway")
 *         .dirs("migrations")
 *         .open()) {
 *     migrations.upgrade();
 * }
 * }</pre>
 *
 * The implementation ({@code migration-core}) and the engines are found on the class path at run time. This class holds
 * no state.
 */
public final class Switchback {

    private Switchback() {}

    /** Starts from the defaults; reads no environment and no file. */
    public static Builder configure() {
        return new Builder(SettingsLoader.defaults());
    }

    /**
     * Starts from the settings of the process: environment variables, {@code .env} and {@code switchback.properties} in
     * the working directory. What is set on the builder wins.
     */
    public static Builder fromEnvironment() {
        return new Builder(SettingsLoader.system());
    }

    /**
     * Starts from settings that the caller collects himself, as the CLI does.
     *
     * @param loader where settings come from
     * @return a builder
     */
    public static Builder from(SettingsLoader loader) {
        return new Builder(loader);
    }

    /** The engines on the class path, by id. */
    public static List<EngineInfo> engines() {
        ClassLoader loader = contextLoader();
        return factory(loader).engines(loader);
    }

    /** The JDBC drivers on the class path, by name. Loads them. */
    public static List<DriverInfo> drivers() {
        ClassLoader loader = contextLoader();
        return factory(loader).drivers(loader);
    }

    private static ClassLoader contextLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : Objects.requireNonNull(Switchback.class.getClassLoader());
    }

    private static ManagerFactory factory(ClassLoader loader) {
        Optional<ManagerFactory> found =
                ServiceLoader.load(ManagerFactory.class, loader).findFirst();
        if (found.isEmpty()) {
            found = ServiceLoader.load(ManagerFactory.class, Switchback.class.getClassLoader())
                    .findFirst();
        }
        if (found.isEmpty()) {
            throw new ConfigurationException(
                    "classpath",
                    "migration-core is not on the class path",
                    "add dev.switchback:migration-core at runtime scope");
        }
        return found.get();
    }

    /** Collects settings and opens a manager. Not thread-safe; may be used again after {@link #open()}. */
    public static final class Builder {
        private final SettingsLoader loader;
        private @Nullable DataSource dataSource;
        private @Nullable MigrationListener listener;
        private Clock clock = Clock.systemUTC();
        private @Nullable ClassLoader classLoader;

        private Builder(SettingsLoader loader) {
            this.loader = loader;
        }

        /**
         * Sets the database by URL.
         *
         * @param url {@code sqlite:///app.db}, {@code postgres://user:password@host/db}, {@code jdbc:…}
         * @return this
         */
        public Builder databaseUrl(String url) {
            return set(ConfigKey.URL, url);
        }

        /**
         * Uses the caller's own connections. They are used as they are, and the source is never closed.
         *
         * @param source the connections
         * @return this
         */
        public Builder dataSource(DataSource source) {
            this.dataSource = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Chooses the engine. Not needed when exactly one is on the class path.
         *
         * @param id {@code flyway} or {@code liquibase}
         * @return this
         */
        public Builder engine(String id) {
            return set(ConfigKey.ENGINE, id);
        }

        /**
         * Sets where the migrations are.
         *
         * @param locations folders, or class path locations as {@code classpath:db/migration}
         * @return this
         */
        public Builder dirs(String... locations) {
            return set(ConfigKey.DIRS, String.join(",", locations));
        }

        /**
         * Sets what relative paths are relative to, and where {@code .env} and {@code switchback.properties} are.
         *
         * @param dir the folder; the working directory unless set
         * @return this
         */
        public Builder baseDir(Path dir) {
            loader.baseDir(dir);
            return this;
        }

        /**
         * Sets any setting by its text form.
         *
         * @param key the setting
         * @param value its value
         * @return this
         */
        public Builder set(ConfigKey<?> key, String value) {
            loader.explicit(key, value);
            return this;
        }

        /**
         * Sets a placeholder and enables placeholders.
         *
         * @param name the name between the braces
         * @param value what it stands for
         * @return this
         */
        public Builder placeholder(String name, String value) {
            loader.explicit(ConfigKey.PLACEHOLDERS_ENABLED, "true").explicitPlaceholder(name, value);
            return this;
        }

        /**
         * Hears what happens during runs.
         *
         * @param hears the listener
         * @return this
         */
        public Builder listener(MigrationListener hears) {
            this.listener = Objects.requireNonNull(hears, "hears");
            return this;
        }

        /**
         * Hears too what happens during runs, beside the listener that is set already.
         *
         * @param hears one more listener
         * @return this
         */
        public Builder alsoListener(MigrationListener hears) {
            Objects.requireNonNull(hears, "hears");
            this.listener = listener == null ? hears : listener.and(hears);
            return this;
        }

        /**
         * Replaces the clock, for tests.
         *
         * @param time the clock
         * @return this
         */
        public Builder clock(Clock time) {
            this.clock = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Sets where engines and {@code classpath:} migrations are looked for; the context class loader unless set.
         *
         * @param classes the class loader
         * @return this
         */
        public Builder classLoader(ClassLoader classes) {
            this.classLoader = Objects.requireNonNull(classes, "classes");
            return this;
        }

        /**
         * Starts with what this builder has now.
         *
         * @return a builder that does not change this one
         */
        public Builder copy() {
            Builder copy = new Builder(loader.copy());
            copy.dataSource = dataSource;
            copy.listener = listener;
            copy.clock = clock;
            copy.classLoader = classLoader;
            return copy;
        }

        /**
         * What the manager would be opened with, from all places together. Connects to nothing.
         *
         * @return the settings
         * @throws ConfigurationException if a setting is wrong
         */
        public Settings settings() {
            return loader.load();
        }

        /**
         * Opens the manager. Connects to nothing yet, but for one connection of a caller's {@code DataSource}, which is
         * asked what kind of database it is.
         *
         * @return the manager, to be closed by the caller
         * @throws ConfigurationException if a setting is wrong
         * @throws dev.switchback.api.error.EngineNotFoundException if no engine, an unknown one, or several with none
         *     chosen
         */
        public MigrationManager open() {
            ClassLoader classes = classLoader != null ? classLoader : contextLoader();
            return factory(classes)
                    .open(new OpenRequest(
                            settings(),
                            Optional.ofNullable(dataSource),
                            listener != null ? listener : MigrationListener.silent(),
                            clock,
                            classes));
        }

        /**
         * Opens a pool of connections to the database in the setting {@code url}, for the application itself; migrations
         * do not use it. Connects to nothing yet, and creates nothing: the database must exist when a connection is asked
         * for.
         *
         * @return the pool, to be closed by the caller
         * @throws ConfigurationException if a setting is wrong, or the database is one in memory, which would be another
         *     one for each of its connections
         */
        public ApplicationPool openPool() {
            return factory(classLoader != null ? classLoader : contextLoader()).openPool(settings());
        }
    }
}
