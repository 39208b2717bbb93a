package dev.switchback.core.wiring;

import dagger.Module;
import dagger.Provides;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Settings;
import dev.switchback.api.spi.OpenRequest;
import dev.switchback.core.jdbc.ConnectionSource;
import dev.switchback.core.jdbc.DatabaseErrors;
import dev.switchback.core.jdbc.Journal;
import dev.switchback.core.jdbc.Redactor;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.MigrationExporter;
import dev.switchback.core.source.MigrationSources;
import dev.switchback.core.usecase.ManagerParts;
import dev.switchback.core.usecase.RunOptions;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** The files, and the manager itself. */
@Module
final class ManagerModule {
    private ManagerModule() {}

    @Provides
    @Singleton
    static MigrationSources files(OpenRequest request) {
        return MigrationSources.of(request.settings(), request.settings().baseDir(), request.classLoader());
    }

    @Provides
    @Singleton
    static Map<String, MigrationExporter> exporters(EngineCatalog catalog, EngineContext context) {
        Map<String, MigrationExporter> exporters = new TreeMap<>();
        for (EngineProvider provider : catalog.all()) {
            provider.exporter(context).ifPresent(exporter -> exporters.put(exporter.format(), exporter));
        }
        return exporters;
    }

    @Provides
    static MigrationManager manager(
            MigrationSources files,
            ConnectionSource connections,
            Engine engine,
            EngineProvider provider,
            EngineCatalog catalog,
            Map<String, MigrationExporter> exporters,
            Settings settings,
            Journal journal,
            DatabaseErrors errors,
            Redactor redactor,
            RunOptions options,
            OpenRequest request) {
        return new ManagerParts(
                        files,
                        connections,
                        engine,
                        provider.info(),
                        catalog.infos(),
                        exporters,
                        settings.get(ConfigKey.HISTORY_TABLE)
                                .orElse(provider.info().historyTable()),
                        journal,
                        errors,
                        redactor,
                        options,
                        request.listener(),
                        request.clock())
                .assemble();
    }
}
