package dev.switchback.core.wiring;

import dagger.Module;
import dagger.Provides;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.Settings;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.spi.OpenRequest;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import jakarta.inject.Singleton;
import java.util.Map;

/** The engine that the settings choose. */
@Module
final class EngineModule {
    private EngineModule() {}

    @Provides
    @Singleton
    static EngineCatalog catalog(OpenRequest request) {
        return EngineCatalog.discover(request.classLoader());
    }

    @Provides
    @Singleton
    static EngineProvider provider(EngineCatalog catalog, Settings settings) {
        return catalog.require(settings.get(ConfigKey.ENGINE));
    }

    @Provides
    @Singleton
    static Engine engine(EngineProvider provider, EngineContext context) {
        return provider.open(context);
    }

    @Provides
    @Singleton
    static EngineContext context(Database database, OpenRequest request, Settings settings) {
        DatabaseKind kind = database.kind();
        if (kind == DatabaseKind.SQLITE && settings.get(ConfigKey.SCHEMA).isPresent()) {
            throw new ConfigurationException(
                    ConfigKey.SCHEMA.name(), "SQLite has no schemas", "leave the setting out for this database");
        }
        return new EngineContext(
                kind,
                settings.get(ConfigKey.SCHEMA),
                settings.get(ConfigKey.HISTORY_TABLE),
                settings.get(ConfigKey.PLACEHOLDERS_ENABLED) ? settings.placeholders() : Map.of(),
                request.clock());
    }
}
