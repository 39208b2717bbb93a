package dev.switchback.core.wiring;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.spi.OpenRequest;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationExporter;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.NativeFormat;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.source.MigrationSources;
import dev.switchback.core.usecase.ManagerParts;
import dev.switchback.core.usecase.RunOptions;
import dev.switchback.core.usecase.schema.SchemaPorts;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files, and the manager itself. */
@Module
final class ManagerModule {
    private ManagerModule() {}

    @Provides
    @Singleton
    static MigrationFiles files(OpenRequest request, Optional<NativeFormat> nativeFormat) {
        return MigrationSources.of(
                        request.settings(), request.settings().baseDir(), request.classLoader(), nativeFormat)
                .files(request.clock());
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
            MigrationFiles files,
            Database database,
            Engine engine,
            EngineInfo info,
            EngineCatalog catalog,
            HistoryLocation history,
            Journal journal,
            Redaction redaction,
            RunOptions options,
            MigrationListener listener,
            OpenRequest request,
            Lazy<Map<String, MigrationExporter>> exporters,
            Lazy<SchemaPorts> schemas) {
        return new ManagerParts(
                        files,
                        database,
                        engine,
                        info,
                        history,
                        journal,
                        redaction,
                        options,
                        listener,
                        request.clock(),
                        new LazyParts(catalog, exporters, schemas))
                .assemble();
    }
}
