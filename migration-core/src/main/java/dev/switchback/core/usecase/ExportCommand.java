package dev.switchback.core.usecase;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.ExportResult;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.port.MigrationExporter;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a plain engine needs to take over. */
final class ExportCommand {

    private final Workspace workspace;
    private final String engine;
    private final Map<String, MigrationExporter> exporters;
    private final List<Path> folders;

    ExportCommand(Workspace workspace, String engine, Map<String, MigrationExporter> exporters, List<Path> folders) {
        this.workspace = workspace;
        this.engine = engine;
        this.exporters = Collections.unmodifiableMap(new TreeMap<>(exporters));
        this.folders = List.copyOf(folders);
    }

    ExportResult export(String format, Path file) {
        MigrationExporter exporter = exporters.get(format);
        if (exporter == null) {
            throw new UnsupportedCapabilityException(
                    engine,
                    "exporting as '" + format + "'",
                    exporters.isEmpty()
                            ? "plain Flyway reads the migrations folder as it is; for Liquibase add"
                                    + " dev.switchback:adapter-liquibase"
                            : "choose one of: " + String.join(", ", exporters.keySet()));
        }
        if (folders.isEmpty()) {
            throw new ConfigurationException(
                    "dirs", "an export refers to a folder of files, not to the class path", "set dirs to the folder");
        }
        Path target = file.toAbsolutePath().normalize();
        if (folders.stream().anyMatch(target::startsWith)) {
            throw new ConfigurationException(
                    "out",
                    file.getFileName() + " would lie inside the migrations folder",
                    "write it beside the folder");
        }
        Offer offer = workspace.soundOffer();
        try {
            MigrationExporter.Exported exported = exporter.export(offer.migrations(), folders, target);
            List<String> warnings = new ArrayList<>(exported.warnings());
            if (!engine.equals(format)) {
                warnings.add("the engine here is " + engine + ": a database that it has migrated would be migrated from"
                        + " the start again with this file, because " + format + " looks into a table of its own");
            }
            return new ExportResult(exported.files(), offer.migrations().size(), warnings);
        } catch (SqlSyntaxProblem e) {
            throw new InvalidMigrationSourceException(List.of(ScriptInspector.problem(e)));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "out",
                    file + " cannot be written (" + e.getClass().getSimpleName() + ")",
                    "choose a file in a folder that can be written");
        }
    }
}
