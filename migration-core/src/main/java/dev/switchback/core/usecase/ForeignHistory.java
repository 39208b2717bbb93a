package dev.switchback.core.usecase;

import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.port.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Notices a database that was never ours: it has the history of another engine, or tables and no history at all. */
final class ForeignHistory {

    private final Database database;
    private final EngineInfo engine;
    private final HistoryLocation history;
    private final LateParts late;
    private final RunOptions options;

    ForeignHistory(Database database, EngineInfo engine, HistoryLocation history, LateParts late, RunOptions options) {
        this.database = database;
        this.engine = engine;
        this.history = history;
        this.late = late;
        this.options = options;
    }

    /** Called before the history is read. */
    Optional<Problem> owner(Connection connection) throws SQLException {
        Optional<String> owner = database.untrustedOwner(connection, history);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(problem(
                history.table(),
                "the history table " + history.table() + " belongs to " + owner.get()
                        + ", who is neither this user nor the owner of the schema or the database",
                "find out who made it; if it is yours, ALTER TABLE " + history.table()
                        + " OWNER TO the role that migrates, otherwise drop it"));
    }

    /** Called only when the engine's own history table is missing. */
    Optional<Problem> look(Connection connection) throws SQLException {
        List<String> tables = database.tables(connection);
        Optional<Problem> elsewhere = elsewhere(tables);
        return elsewhere.isPresent() ? elsewhere : unrecorded(tables, "no migration history");
    }

    /** Called when the history table has rows, and none of them is a migration of ours. */
    Optional<Problem> lookBesideOthers(Connection connection) throws SQLException {
        return unrecorded(
                database.tables(connection),
                history.table() + " has only rows of others, none of a migration of Switchback");
    }

    /** The history of another engine. Called only when the engine's own history table is missing. */
    Optional<Problem> elsewhere(Connection connection) throws SQLException {
        return elsewhere(database.tables(connection));
    }

    private Optional<Problem> elsewhere(List<String> tables) {
        for (EngineInfo other : late.engines()) {
            if (!other.id().equals(engine.id()) && contains(tables, other.historyTable())) {
                return Optional.of(problem(
                        other.historyTable(),
                        "the history of this database is in " + other.historyTable() + ", the table of " + other.name()
                                + ", but the engine is " + engine.id(),
                        "choose the engine that the database has: set engine=" + other.id()));
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> unrecorded(List<String> all, String instead) {
        List<String> tables = new ArrayList<>(all);
        List<EngineInfo> engines = late.engines();
        tables.removeIf(name -> engines.stream()
                .anyMatch(e ->
                        e.historyTable().equalsIgnoreCase(name) || name.equalsIgnoreCase("databasechangeloglock")));
        if (tables.isEmpty() || options.allowNonEmpty()) {
            return Optional.empty();
        }
        return Optional.of(problem(
                tables.get(0),
                "the database has tables (" + tables.get(0) + (tables.size() > 1 ? ", …" : "") + ") but " + instead,
                "record what it already has: switchback stamp <version>; or if the migrations may run beside"
                        + " these tables, set allow-non-empty=true"));
    }

    private static Problem problem(String table, String message, String next) {
        return new Problem(Problem.Kind.FOREIGN_HISTORY, table, Optional.empty(), message, next);
    }

    private static boolean contains(List<String> tables, String name) {
        return tables.stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }
}
