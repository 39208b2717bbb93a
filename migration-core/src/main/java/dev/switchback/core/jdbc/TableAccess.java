package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.HistoryRight;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the history can be read and written by the user of a connection. Writes nothing. */
final class TableAccess {

    /** What PostgreSQL says. */
    private static final String NO_SCHEMA = "3F000";

    private final Connection connection;
    private final Dialect dialect;
    private final Optional<String> schema;
    private final Grants grants;

    /**
     * For one connection.
     *
     * @param connection the connection
     * @param dialect what kind of database it is one to
     * @param schema the schema that is asked for by its name
     */
    TableAccess(Connection connection, Dialect dialect, Optional<String> schema) {
        this.connection = connection;
        this.dialect = dialect;
        this.schema = schema;
        this.grants = new Grants(connection, dialect);
    }

    /**
     * Refuses a history that this user does not see: catalogs leave out what he may not use, and taking a history for
     * missing would run everything a second time.
     *
     * @param table the history table as it stands in a statement
     * @throws SQLException if the table is there, or if that cannot be told
     */
    void requireAbsent(String table) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            requireSchema();
            requireSchemaToMigrate(table);
        }
        boolean hidden = switch (dialect) {
            case SQLITE, H2 -> false;
            case POSTGRESQL ->
                !grants.missing(table, EnumSet.of(HistoryRight.SELECT)).isEmpty();
            // MariaDB says the same of a table that does not exist to a user who could not see it if it did
            case MARIADB -> isDenied("SELECT 1 FROM " + table + " WHERE 1 = 0");
        };
        if (hidden) {
            throw missing(table, EnumSet.of(HistoryRight.SELECT), null);
        }
    }

    /** Without a schema that the user may use, nothing is seen, and nothing can be created. */
    private void requireSchema() throws SQLException {
        if (connection.getSchema() != null) {
            return;
        }
        String question = "SELECT pg_catalog.quote_ident(CURRENT_USER)";
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            throw new FoundFault(
                    Fault.NO_PERMISSION,
                    "there is no schema that this user may use",
                    "set schema to one that exists, or as its owner: GRANT USAGE, CREATE ON SCHEMA public TO "
                            + answer.getString(1),
                    null);
        }
    }

    /** A name that is misspelt is no empty database. Only a schema of the history's own is made, by an engine that can. */
    private void requireSchemaToMigrate(String table) throws SQLException {
        Optional<String> missing = schema.isPresent() ? grants.missingSchema(table) : Optional.empty();
        if (missing.isPresent() && missing.get().equals(grants.quoted(schema.get()))) {
            throw new FoundFault(
                    Fault.NO_SCHEMA,
                    "the schema " + missing.get() + ", which is to be migrated, does not exist",
                    "correct the setting schema, or make it: CREATE SCHEMA " + missing.get(),
                    null);
        }
    }

    private boolean isDenied(String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(query);
            return false;
        } catch (SQLException e) {
            if (Faults.working(e) == Fault.NO_PERMISSION) {
                return true;
            }
            if (e.getErrorCode() == MariadbFaults.UNKNOWN_TABLE) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Refuses a run that could not be recorded.
     *
     * @param table the history table as it stands in a statement
     * @param rights what will be done with it
     * @throws SQLException if a right is missing, or the server is read-only
     */
    void require(String table, Collection<HistoryRight> rights) throws SQLException {
        Set<HistoryRight> missing;
        try {
            missing = grants.missing(table, rights);
        } catch (SQLException e) {
            throw Faults.working(e) == Fault.READ_ONLY ? readOnly(e) : e;
        }
        if (!missing.isEmpty()) {
            throw missing(table, missing, null);
        }
    }

    /**
     * Refuses a user who may not create the history table, where that can be asked: engines try for a while.
     *
     * @param table the history table as it stands in a statement
     * @throws SQLException if he may not
     */
    void requireCreation(String table) throws SQLException {
        requireSchemaToMigrate(table);
        Optional<String> missing = grants.missingSchema(table);
        if (missing.isPresent() && !grants.mayCreateSchemas()) {
            throw withoutSchema(missing.get(), null);
        }
        Optional<String> grant = grants.toCreateTables();
        if (grant.isPresent() && (dialect == Dialect.POSTGRESQL || grants.isCreationRefused())) {
            throw new FoundFault(
                    Fault.NO_PERMISSION,
                    "this user may not create the tables in which migrations are recorded",
                    "as an administrator: " + grant.get(),
                    null);
        }
    }

    /**
     * What can be said about a failure on this connection beyond the words of the database: which right is missing, or
     * what kind of read-only database it is.
     *
     * @param failure what happened
     * @param table the history table as it stands in a statement
     * @param rights what the command wanted to do with it
     * @return the error with more in it, or the error itself
     */
    SQLException explain(SQLException failure, String table, Collection<HistoryRight> rights) {
        if (failure instanceof FoundFault) {
            return failure;
        }
        try {
            if (dialect == Dialect.POSTGRESQL && failure.getSQLState() == null) {
                // what an engine says that finds no schema
                requireSchema();
            }
            if (NO_SCHEMA.equals(Faults.root(failure).getSQLState())) {
                Optional<String> missing = grants.missingSchema(table);
                return missing.isPresent() ? withoutSchema(missing.get(), failure) : failure;
            }
            return switch (Faults.working(Faults.root(failure))) {
                case NO_PERMISSION -> explained(failure, table, rights);
                case READ_ONLY -> readOnly(failure);
                case LOCKED -> LockedTables.explain(connection, dialect, rights, failure);
                default -> failure;
            };
        } catch (FoundFault found) {
            return found;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    /** Flyway makes a schema where it may, Liquibase never does. */
    private static FoundFault withoutSchema(String schema, @Nullable SQLException failure) {
        return new FoundFault(
                Fault.NO_PERMISSION,
                "the schema " + schema + ", in which migrations are to be recorded, does not exist",
                "set history-schema, or else schema, to one that exists, or as an administrator: CREATE SCHEMA "
                        + schema,
                failure);
    }

    private SQLException explained(SQLException failure, String table, Collection<HistoryRight> rights)
            throws SQLException {
        for (String each : new String[] {table, journal(table)}) {
            Set<HistoryRight> missing = grants.missing(each, rights);
            if (!missing.isEmpty()) {
                return missing(each, missing, failure);
            }
        }
        Optional<String> create = rights.contains(HistoryRight.INSERT) ? grants.toCreateTables() : Optional.empty();
        return create.<SQLException>map(grant -> new FoundFault(
                        Fault.NO_PERMISSION, Fault.NO_PERMISSION.what(), "as an administrator: " + grant, failure))
                .orElse(failure);
    }

    /** The journal as it stands in a statement: beside the history. */
    private static String journal(String history) {
        int last = history.length() - 1;
        char end = history.charAt(last);
        boolean quoted = end == '"' || end == '`';
        int name = quoted ? history.lastIndexOf(end, last - 1) : history.lastIndexOf('.') + 1;
        return history.substring(0, name) + JdbcJournal.TABLE;
    }

    private FoundFault missing(String table, Set<HistoryRight> missing, @Nullable SQLException failure)
            throws SQLException {
        String what = missing.contains(HistoryRight.SELECT)
                ? "this user may not read the history of migrations, or not see it: " + table
                : "this user may not record migrations in " + table;
        return new FoundFault(
                Fault.NO_PERMISSION, what, "as its owner or an administrator: " + grants.on(table, missing), failure);
    }

    private SQLException readOnly(SQLException failure) throws SQLException {
        return switch (dialect) {
            case POSTGRESQL -> {
                try (PreparedStatement query = connection.prepareStatement("SELECT pg_catalog.pg_is_in_recovery()");
                        ResultSet answer = query.executeQuery()) {
                    yield answer.next() && answer.getBoolean(1) ? WriteAccess.readOnlyReplica(failure) : failure;
                }
            }
            case MARIADB -> WriteAccess.readOnlyServer(failure);
            case SQLITE, H2 -> failure;
        };
    }
}
