package dev.switchback.flyway;

import dev.switchback.api.model.EngineCapability;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/** Offers Flyway Community as the engine {@code flyway}. Found with {@link java.util.ServiceLoader}; thread-safe. */
public final class FlywayEngineProvider implements EngineProvider {

    /** The table that plain Flyway uses unless configured otherwise. */
    static final String DEFAULT_TABLE = "flyway_schema_history";

    /** Written by Maven into every jar it builds, so that the version can be told without loading a class. */
    private static final String POM_PROPERTIES = "META-INF/maven/org.flywaydb/flyway-core/pom.properties";

    /** For {@link java.util.ServiceLoader}; does nothing. */
    public FlywayEngineProvider() {}

    @Override
    public String id() {
        return "flyway";
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo(
                id(), "Flyway Community", libraryVersion(), DEFAULT_TABLE, Set.of(EngineCapability.COMMANDS));
    }

    @Override
    public Engine open(EngineContext context) {
        return new FlywayEngine(context);
    }

    private static String libraryVersion() {
        try (InputStream in = FlywayEngineProvider.class.getClassLoader().getResourceAsStream(POM_PROPERTIES)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
