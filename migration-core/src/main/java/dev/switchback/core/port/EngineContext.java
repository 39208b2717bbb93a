package dev.switchback.core.port;

import dev.switchback.api.config.DatabaseKind;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an engine is opened with.
 *
 * @param database the kind of database
 * @param schema the schema of the history table; empty for the connection's own. In which schema scripts run is not
 *     the engine's business: the connection of a run is already there
 * @param historyTable the name of the history table; empty for the engine's own name
 * @param placeholders the placeholders, already replaced in {@code SqlScript.sql()}; empty if they are not enabled
 * @param clock the time
 * @param sender sends statements of scripts
 */
public record EngineContext(
        DatabaseKind database,
        Optional<String> schema,
        Optional<String> historyTable,
        Map<String, String> placeholders,
        Clock clock,
        StatementSender sender) {
    /** Copies the map. */
    public EngineContext {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(historyTable, "historyTable");
        placeholders = Map.copyOf(placeholders);
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(sender, "sender");
    }

    /** Without the values of the placeholders: they may be secret. */
    @Override
    public String toString() {
        return "EngineContext[" + database.displayName() + ", schema " + schema + ", history table " + historyTable
                + ", placeholders " + placeholders.keySet() + "]";
    }
}
