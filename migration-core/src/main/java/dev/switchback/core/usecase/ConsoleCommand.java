package dev.switchback.core.usecase;

import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.EngineOutput;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineConsole;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.List;

/** Lets the engine run a command of its own, while nobody else migrates. */
final class ConsoleCommand {

    private final Workspace workspace;
    private final Database database;
    private final MigrationFiles files;
    private final Engine engine;
    private final String engineId;
    private final LockTaking lock;
    private final Redaction redaction;

    ConsoleCommand(
            Workspace workspace,
            Database database,
            MigrationFiles files,
            Engine engine,
            String engineId,
            LockTaking lock,
            Redaction redaction) {
        this.workspace = workspace;
        this.database = database;
        this.files = files;
        this.engine = engine;
        this.engineId = engineId;
        this.lock = lock;
        this.redaction = redaction;
    }

    boolean writes(List<String> words) {
        return console().writes(words);
    }

    EngineOutput run(List<String> words) {
        if (words.isEmpty()) {
            throw new InvalidRequestException(
                    "command", "no command of " + engineId + " is given", "for example: switchback engine -- validate");
        }
        EngineConsole own = console();
        Offer offer = workspace.soundOffer();
        try (MigrationLock.Held held = lock.take()) {
            EngineOutput output =
                    database.write(held, connection -> own.run(connection, offer.migrations(), files.folders(), words));
            return new EngineOutput(output.command(), redaction.clean(output.text()), output.ok());
        } catch (SqlSyntaxProblem e) {
            // the engine is given all of the files before it does anything
            throw new InvalidMigrationSourceException(List.of(ScriptInspector.problem(e)));
        }
    }

    /** Asked for only now: it needs classes of the engine that reading the history does not. */
    private EngineConsole console() {
        return engine.console()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        engineId, "commands of its own through Switchback", "use the commands of: switchback help"));
    }
}
