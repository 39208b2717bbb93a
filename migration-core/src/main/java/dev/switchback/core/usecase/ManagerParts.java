package dev.switchback.core.usecase;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.Redaction;
import java.time.Clock;

/**
 * What a manager is made of: the adapters behind the ports, and the settings.
 *
 * @param files where migrations come from, and where new ones are written
 * @param database the database
 * @param engine the engine, opened
 * @param engineInfo what it is
 * @param history where the engine's history table is
 * @param journal the journal
 * @param redaction keeps secrets out
 * @param options the settings
 * @param listener hears the events, and never throws
 * @param clock the time
 * @param late what only some commands need
 */
public record ManagerParts(
        MigrationFiles files,
        Database database,
        Engine engine,
        EngineInfo engineInfo,
        HistoryLocation history,
        Journal journal,
        Redaction redaction,
        RunOptions options,
        MigrationListener listener,
        Clock clock,
        LateParts late) {

    /** Puts them together. The manager closes the connections and the engine. */
    public MigrationManager assemble() {
        return new DefaultMigrationManager(this, new UseCases(this));
    }

    void release() {
        engine.close();
        database.close();
    }
}
