package dev.switchback.core.usecase;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.EngineOutput;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.EngineConsole;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.core.port.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets the engine run a command of its own, while nobody else migrates. */
final class ConsoleCommand {

    private final Workspace workspace;
    private final Database database;
    private final MigrationFiles files;
    private final Optional<EngineConsole> console;
    private final String engine;
    private final Duration timeout;
    private final Redaction redaction;

    ConsoleCommand(
            Workspace workspace,
            Database database,
            MigrationFiles files,
            Optional<EngineConsole> console,
            String engine,
            Duration timeout,
            Redaction redaction) {
        this.workspace = workspace;
        this.database = database;
        this.files = files;
        this.console = console;
        this.engine = engine;
        this.timeout = timeout;
        this.redaction = redaction;
    }

    boolean writes(List<String> words) {
        return console().writes(words);
    }

    EngineOutput run(List<String> words) {
        if (words.isEmpty()) {
            throw new InvalidRequestException(
                    "command", "no command of " + engine + " is given", "for example: switchback engine -- validate");
        }
        EngineConsole own = console();
        Offer offer = workspace.soundOffer();
        MigrationLock.Held taken =
                database.lock().acquire(timeout, (waited, holder) -> true).orElseThrow();
        try (MigrationLock.Held held = taken) {
            EngineOutput output =
                    database.write(held, connection -> own.run(connection, offer.migrations(), files.folders(), words));
            return new EngineOutput(output.command(), redaction.clean(output.text()), output.ok());
        }
    }

    private EngineConsole console() {
        return console.orElseThrow(() -> new UnsupportedCapabilityException(
                engine, "commands of its own through Switchback", "use the commands of: switchback help"));
    }
}
