package dev.switchback.core.wiring;

import dagger.Lazy;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.port.MigrationExporter;
import dev.switchback.core.usecase.LateParts;
import dev.switchback.core.usecase.schema.SchemaPorts;
import java.util.List;
import java.util.Map;

/** What Dagger makes when it is asked for. */
record LazyParts(
        EngineCatalog catalog, Lazy<Map<String, MigrationExporter>> lazyExporters, Lazy<SchemaPorts> lazySchemas)
        implements LateParts {

    @Override
    public List<EngineInfo> engines() {
        return catalog.infos();
    }

    @Override
    public Map<String, MigrationExporter> exporters() {
        return lazyExporters.get();
    }

    @Override
    public SchemaPorts schemas() {
        return lazySchemas.get();
    }
}
