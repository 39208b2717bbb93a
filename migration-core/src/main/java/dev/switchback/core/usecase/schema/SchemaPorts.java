package dev.switchback.core.usecase.schema;

import dev.switchback.api.config.SchemaSource;
import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.EntityModel;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.OtherDatabases;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.SchemaInspector;
import dev.switchback.core.port.SchemaProof;
import dev.switchback.core.port.ScratchDatabases;
import dev.switchback.core.port.StatementSender;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is behind the ports that schemas need.
 *
 * @param database the database of the manager
 * @param others opens other databases
 * @param scratch makes scratch databases; asked only when one is needed
 * @param proof tries migrations out
 * @param inspector reads schemas of this kind of database
 * @param renderer writes differences for this kind of database
 * @param entities the entities of the application
 * @param sender sends statements of scripts
 * @param redaction keeps secrets out
 * @param files where migrations are written
 * @param placeholders whether placeholders are replaced in migrations
 * @param model what the setting {@code model} names
 * @param baseDir where relative paths begin
 * @param ignored the tables of the engines and of Switchback
 */
public record SchemaPorts(
        Database database,
        OtherDatabases others,
        ScratchDatabases scratch,
        SchemaProof proof,
        Supplier<SchemaInspector> inspector,
        Supplier<DdlRenderer> renderer,
        EntityModel entities,
        StatementSender sender,
        Redaction redaction,
        MigrationFiles files,
        boolean placeholders,
        Optional<SchemaSource> model,
        Path baseDir,
        Set<String> ignored) {
    /** Copies the set. */
    public SchemaPorts {
        ignored = Set.copyOf(ignored);
    }
}
