package dev.switchback.core.usecase;

import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.port.MigrationExporter;
import dev.switchback.core.usecase.schema.SchemaPorts;
import java.util.List;
import java.util.Map;

/**
 * What only some commands need, made when one of them asks for it: an application that starts at head pays for every class
 * that is loaded on the way.
 */
public interface LateParts {

    /** All engines on the class path. */
    List<EngineInfo> engines();

    /** What can be exported, by format. */
    Map<String, MigrationExporter> exporters();

    /** What schemas need. */
    SchemaPorts schemas();
}
