package dev.switchback.core.usecase;

import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.HistoryVerifier;
import dev.switchback.core.domain.MigrationPlanner;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.ScriptFacts;
import dev.switchback.core.jdbc.ConnectionSource;
import dev.switchback.core.jdbc.DatabaseErrors;
import dev.switchback.core.jdbc.Dialect;
import dev.switchback.core.jdbc.Journal;
import dev.switchback.core.jdbc.WriteAccess;
import dev.switchback.core.port.ChecksumMatch;
import dev.switchback.core.port.MigrationSource;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every use case needs: the files, the database, and both side by side. */
final class Workspace {

    private final MigrationSource source;
    private final ConnectionSource connections;
    private final SchemaVersionStore store;
    private final HistoryReader reader;
    private final ForeignHistory foreign;
    private final DatabaseErrors errors;
    private final RunOptions options;

    Workspace(
            MigrationSource source,
            ConnectionSource connections,
            SchemaVersionStore store,
            Journal journal,
            ForeignHistory foreign,
            DatabaseErrors errors,
            RunOptions options) {
        this.source = source;
        this.connections = connections;
        this.store = store;
        this.reader = new HistoryReader(store, journal);
        this.foreign = foreign;
        this.errors = errors;
        this.options = options;
    }

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    Offer offer() {
        return source.load();
    }

    /** The files, refused if anything is wrong with them. */
    Offer soundOffer() {
        Offer offer = source.load();
        if (!offer.problems().isEmpty()) {
            throw new InvalidMigrationSourceException(offer.problems());
        }
        return offer;
    }

    boolean databaseExists() {
        return connections.exists();
    }

    Dialect dialect() {
        try {
            return Dialect.of(connections.kind());
        } catch (SQLException e) {
            throw errors.translate(connections, e);
        }
    }

    /** A planner for one command; it looks into each script once, however often it plans. */
    MigrationPlanner planner() {
        ScriptInspector inspector = new ScriptInspector(dialect().sql());
        Map<String, ScriptFacts> known = new HashMap<>();
        return new MigrationPlanner(script -> known.computeIfAbsent(script.file(), f -> inspector.inspect(script)));
    }

    /** Opens a connection, in the schema of the migrations, and closes it afterwards. */
    <T> T connected(Work<T> work) {
        try (Connection connection = connections.open()) {
            if (options.schema().isEmpty()) {
                return work.on(connection);
            }
            String before = connection.getSchema();
            connection.setSchema(options.schema().get());
            try {
                return work.on(connection);
            } finally {
                // the connection may go back into somebody's pool
                connection.setSchema(before);
            }
        } catch (SQLException e) {
            throw errors.translate(connections, e);
        }
    }

    /** The same for a command that writes; refused before it begins if the database is read-only. */
    <T> T connectedForWriting(Work<T> work) {
        Dialect dialect = dialect();
        return connected(connection -> {
            WriteAccess.require(connection, dialect);
            return work.on(connection);
        });
    }

    /** Files and history as they are now, without a lock. A database that does not exist has no history. */
    Reconciliation look(Offer offer) {
        if (!connections.exists()) {
            return verifier().reconcile(offer, List.of());
        }
        return connected(connection -> reconcile(connection, offer));
    }

    Reconciliation reconcile(Connection connection, Offer offer) throws SQLException {
        Reconciliation state = verifier().reconcile(offer, reader.read(connection, offer));
        if (store.exists(connection)) {
            return state;
        }
        Optional<Problem> stranger = foreign.look(connection);
        if (stranger.isEmpty()) {
            return state;
        }
        List<Problem> problems = new ArrayList<>(state.problems());
        problems.add(stranger.get());
        return new Reconciliation(offer, state.history(), state.statuses(), problems, state.warnings());
    }

    DatabaseInfo databaseInfo() {
        if (!connections.exists()) {
            try {
                return new DatabaseInfo(connections.name(), connections.kind().displayName(), "", false);
            } catch (SQLException e) {
                throw errors.translate(connections, e);
            }
        }
        return connected(connection -> {
            DatabaseMetaData meta = connection.getMetaData();
            return new DatabaseInfo(
                    connections.name(), connections.kind().displayName(), meta.getDatabaseProductVersion(), true);
        });
    }

    private HistoryVerifier verifier() {
        return new HistoryVerifier(
                options.policies(), (script, row) -> store.compare(script, row) == ChecksumMatch.DIFFERS);
    }
}
