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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which rights the user of a connection lacks, and the GRANT that gives them. PostgreSQL is asked; MariaDB and H2 have no
 * such question, so there a statement that changes no row is tried. Nothing is written. Used with auto-commit on.
 */
final class Grants {

    private static final Pattern QUALIFIED = Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\".]+)\\..+");

    private final Connection connection;
    private final Dialect dialect;

    Grants(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * The rights that are missing.
     *
     * @param table the table as it stands in a statement
     * @param wanted the rights that are needed
     * @return those among them that the user does not have; empty if the table does not exist
     * @throws SQLException if it cannot be told: the database is read-only, for example
     */
    Set<HistoryRight> missing(String table, Collection<HistoryRight> wanted) throws SQLException {
        Set<HistoryRight> missing = EnumSet.noneOf(HistoryRight.class);
        if (isAbsent(table)) {
            return missing;
        }
        for (HistoryRight right : wanted) {
            if (dialect == Dialect.POSTGRESQL ? !isGranted(table, right) : isRefused(table, right)) {
                missing.add(right);
            }
        }
        return missing;
    }

    /** Whether it is certain that there is no such table. */
    private boolean isAbsent(String table) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(attempt(table, HistoryRight.SELECT));
            return false;
        } catch (SQLException e) {
            return e.getErrorCode() == MariadbFaults.UNKNOWN_TABLE || H2Faults.isUnknownTable(e.getErrorCode());
        }
    }

    private boolean isGranted(String table, HistoryRight right) throws SQLException {
        String question = "SELECT pg_catalog.has_table_privilege(pg_catalog.to_regclass(?)::pg_catalog.oid, ?)";
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, table);
            statement.setString(2, right.name());
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1) || answer.wasNull();
            }
        }
    }

    private boolean isRefused(String table, HistoryRight right) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(attempt(table, right));
            return false;
        } catch (SQLException e) {
            Fault fault = Faults.working(e);
            if (fault == Fault.NO_PERMISSION) {
                return true;
            }
            if (fault == Fault.OTHER || fault.isLock()) {
                return false;
            }
            throw e;
        }
    }

    private String attempt(String table, HistoryRight right) throws SQLException {
        return switch (right) {
            case SELECT -> "SELECT 1 FROM " + table + " WHERE 1 = 0";
            case INSERT -> "INSERT INTO " + table + " SELECT * FROM " + table + " WHERE 1 = 0";
            case DELETE -> "DELETE FROM " + table + " WHERE 1 = 0";
            case UPDATE -> {
                String column = firstColumn(table);
                yield "UPDATE " + table + " SET " + column + " = " + column + " WHERE 1 = 0";
            }
        };
    }

    private String firstColumn(String table) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            return quote + nothing.getMetaData().getColumnName(1) + quote;
        }
    }

    /** The statement that gives rights on a table. */
    String on(String table, Set<HistoryRight> rights) throws SQLException {
        String names = rights.stream().map(HistoryRight::name).collect(Collectors.joining(", "));
        return "GRANT " + names + " ON " + table + " TO " + user();
    }

    /** The statement that lets the user create tables, if that is not allowed already, or if it cannot be told. */
    Optional<String> toCreateTables() throws SQLException {
        return switch (dialect) {
            case SQLITE -> Optional.empty();
            case H2 -> Optional.of("GRANT ALTER ANY SCHEMA TO " + user());
            case MARIADB ->
                Optional.of("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE ON "
                        + ask("SELECT CONCAT('`', DATABASE(), '`.*')") + " TO " + user());
            case POSTGRESQL -> {
                String schema = uncreatableSchema();
                yield schema.isEmpty()
                        ? Optional.empty()
                        : Optional.of("GRANT CREATE ON SCHEMA " + schema + " TO " + user());
            }
        };
    }

    /** The schema of a table, as it stands before it in a statement, if there is none of that name; told on PostgreSQL. */
    Optional<String> missingSchema(String table) throws SQLException {
        Matcher named = QUALIFIED.matcher(table);
        if (dialect != Dialect.POSTGRESQL || !named.matches()) {
            return Optional.empty();
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT pg_catalog.quote_ident((pg_catalog.parse_ident(?::text))[1])"
                        + " WHERE pg_catalog.to_regnamespace(?::text) IS NULL")) {
            query.setString(1, named.group(1));
            query.setString(2, named.group(1));
            try (ResultSet answer = query.executeQuery()) {
                return answer.next() ? Optional.of(answer.getString(1)) : Optional.empty();
            }
        }
    }

    /** A name as it stands in a statement; asked of PostgreSQL only. */
    String quoted(String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_catalog.quote_ident(?::text)")) {
            query.setString(1, name);
            try (ResultSet answer = query.executeQuery()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }

    /** Whether the user may make schemas; asked of PostgreSQL only. */
    boolean mayCreateSchemas() throws SQLException {
        return ask("SELECT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')")
                .equals("t");
    }

    /** The schema of the migrations, quoted, if the user may create nothing in it. */
    private String uncreatableSchema() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_catalog.quote_ident(n.nspname)"
                + " FROM pg_catalog.pg_namespace n WHERE n.nspname = ?::text"
                + " AND NOT pg_catalog.has_schema_privilege(n.oid, 'CREATE')")) {
            query.setString(1, connection.getSchema());
            try (ResultSet answer = query.executeQuery()) {
                return answer.next() ? answer.getString(1) : "";
            }
        }
    }

    /** Whether MariaDB would let the user create a table: to prepare the statement asks for the right, and does nothing. */
    boolean isCreationRefused() throws SQLException {
        if (dialect != Dialect.MARIADB) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PREPARE switchback_probe FROM 'CREATE TABLE switchback_probe (id INTEGER)'");
            statement.execute("DEALLOCATE PREPARE switchback_probe");
            return false;
        } catch (SQLException e) {
            if (Faults.working(e) == Fault.NO_PERMISSION) {
                return true;
            }
            throw e;
        }
    }

    private String user() throws SQLException {
        return ask(
                switch (dialect) {
                    case POSTGRESQL -> "SELECT pg_catalog.quote_ident(CURRENT_USER)";
                    case MARIADB -> "SELECT CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''')";
                    case H2, SQLITE -> "SELECT CURRENT_USER";
                });
    }

    private String ask(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? Optional.ofNullable(answer.getString(1)).orElse("") : "";
        }
    }
}
