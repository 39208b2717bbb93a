package dev.switchback.core.wiring;

import dagger.Module;
import dagger.Provides;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.Settings;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.spi.OpenRequest;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.domain.LockRule;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.NativeFormat;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        if (kind == DatabaseKind.SQLITE) {
            refuse(settings, ConfigKey.SCHEMA, "SQLite has no schemas");
            refuse(settings, ConfigKey.HISTORY_SCHEMA, "SQLite has no schemas");
            refuse(settings, ConfigKey.ROLE, "SQLite has no roles");
            refuse(settings, ConfigKey.STATEMENT_TIMEOUT, "SQLite cannot limit how long a statement runs");
        }
        if (kind == DatabaseKind.H2) {
            refuse(settings, ConfigKey.ROLE, "H2 cannot take on a role");
        }
        LockRule.require(
                settings.get(ConfigKey.LOCK_TYPE),
                kind,
                database.info().server().isPresent());
        return new EngineContext(
                kind,
                historySchema(settings),
                settings.get(ConfigKey.HISTORY_TABLE),
                settings.get(ConfigKey.PLACEHOLDERS_ENABLED) ? settings.placeholders() : Map.of(),
                request.clock(),
                new JdbcStatementSender());
    }

    @Provides
    @Singleton
    static Optional<NativeFormat> nativeFormat(
            EngineProvider provider, EngineInfo engine, Database database, Settings settings) {
        List<String> allowed = settings.get(ConfigKey.LIQUIBASE_ALLOWED_CHANGES).orElse(List.of());
        Optional<NativeFormat> format = provider.nativeFormat(database.kind(), allowed);
        if (format.isEmpty()) {
            refuse(
                    settings,
                    ConfigKey.LIQUIBASE_ALLOWED_CHANGES,
                    engine.name() + " runs no changelogs of Liquibase",
                    "leave the setting out for this engine");
        }
        return format;
    }

    /** Once: it reads a file of the engine's. */
    @Provides
    @Singleton
    static EngineInfo info(EngineProvider provider) {
        return provider.info();
    }

    @Provides
    @Singleton
    static HistoryLocation history(EngineInfo engine, Settings settings) {
        return new HistoryLocation(
                historySchema(settings), settings.get(ConfigKey.HISTORY_TABLE).orElse(engine.historyTable()));
    }

    private static Optional<String> historySchema(Settings settings) {
        Optional<String> own = settings.get(ConfigKey.HISTORY_SCHEMA);
        return own.isPresent() ? own : settings.get(ConfigKey.SCHEMA);
    }

    private static void refuse(Settings settings, ConfigKey<? extends Optional<?>> key, String reason) {
        refuse(settings, key, reason, "leave the setting out for this database");
    }

    private static void refuse(Settings settings, ConfigKey<? extends Optional<?>> key, String reason, String next) {
        if (settings.get(key).isPresent()) {
            throw new ConfigurationException(key.name(), reason, next);
        }
    }
}
