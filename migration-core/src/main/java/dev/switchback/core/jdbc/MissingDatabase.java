package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Creates a database that does not exist, as the user who will migrate it. */
final class MissingDatabase {

    /** Every PostgreSQL server has these two, unless somebody has dropped or closed the first. */
    private static final List<String> MAINTENANCE = List.of("postgres", "template1");

    /** Duplicate database, and the same found out later by a unique index, when two create it at once. */
    private static final Set<String> CREATED_BY_ANOTHER = Set.of("42P04", "23505");

    private static final int MARIADB_EXISTS = 1007;

    /** What stands between the name of a database and its server when it is shown. */
    private static final String NAME_END = " @ ";

    private final DatabaseUrl url;

    MissingDatabase(DatabaseUrl url) {
        this.url = url;
    }

    /** How to connect to another URL with the same credentials. */
    interface Connector {
        Connection connect(String jdbcUrl) throws SQLException;
    }

    /** An empty file is an empty database for SQLite; false if somebody else was faster. */
    static boolean createFile(Path file) throws SQLException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new FoundFault(
                    Fault.FILE_UNOPENABLE,
                    "the file does not exist and cannot be created",
                    "check that its folder exists and that this user may write it",
                    new SQLException(e.getClass().getSimpleName(), e));
        }
    }

    /** Whether a failure to connect says that the server has no such database. */
    private static boolean isMissing(SQLException error) {
        return Faults.opening(Faults.root(error)) == Fault.NO_DATABASE;
    }

    /** Whether a failure to connect is one that creating the database would mend, and can. */
    static boolean canCreate(DatabaseUrl url, SQLException error) {
        return isMissing(error)
                && url.kind() != DatabaseKind.H2
                && url.displayName().contains(NAME_END);
    }

    /** On the server; false if somebody else was faster. */
    boolean createOnServer(Connector connector) throws SQLException {
        try (Connection connection = maintenance(connector);
                Statement statement = connection.createStatement()) {
            statement.execute(statement());
            return true;
        } catch (SQLException e) {
            SQLException root = Faults.root(e);
            if (CREATED_BY_ANOTHER.contains(root.getSQLState()) || root.getErrorCode() == MARIADB_EXISTS) {
                return false;
            }
            if (Faults.working(root) == Fault.NO_PERMISSION) {
                throw new FoundFault(
                        Fault.NO_PERMISSION,
                        "the database does not exist, and this user may not create it",
                        "have an administrator run: " + statement(),
                        root);
            }
            throw e;
        }
    }

    private Connection maintenance(Connector connector) throws SQLException {
        if (url.kind() != DatabaseKind.POSTGRESQL) {
            return connector.connect(elsewhere(""));
        }
        try {
            return connector.connect(elsewhere(MAINTENANCE.get(0)));
        } catch (SQLException e) {
            if (!isMissing(e)) {
                throw e;
            }
            return connector.connect(elsewhere(MAINTENANCE.get(1)));
        }
    }

    /** The same server, and another of its databases. */
    private String elsewhere(String database) {
        return url.jdbcUrl().replaceFirst("(://[^/]*/)[^?]*", "$1" + database);
    }

    private String name() {
        return url.displayName().substring(0, url.displayName().lastIndexOf(NAME_END));
    }

    private String statement() {
        return url.kind() == DatabaseKind.POSTGRESQL
                ? "CREATE DATABASE \"" + name().replace("\"", "\"\"") + "\""
                : "CREATE DATABASE `" + name().replace("`", "``") + "` CHARACTER SET utf8mb4";
    }
}
