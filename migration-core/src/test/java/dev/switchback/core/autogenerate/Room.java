package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.tck.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * An empty place for one schema: a database of its own, or a schema in one.
 *
 * @param connection its only connection
 * @param end removes it, after the connection was closed
 */
record Room(Connection connection, End end) implements AutoCloseable {

    /** How to end. */
    @FunctionalInterface
    interface End {
        void run() throws SQLException;
    }

    /** A database of its own. */
    static Room in(FreshDatabase database) throws SQLException {
        return new Room(database.connection(), database::close);
    }

    /** Runs statements, each for itself. */
    void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + "\nin: " + sql, e.getSQLState(), e.getErrorCode(), e);
                }
            }
        }
    }

    /** Runs a script as a migration runs: in one transaction if that is possible. */
    void migrate(List<DdlStatement> statements, boolean transaction) throws SQLException {
        connection.setAutoCommit(!transaction);
        try {
            run(statements.stream().map(DdlStatement::sql).toList());
            if (transaction) {
                connection.commit();
            }
        } finally {
            if (transaction) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        end.run();
    }
}
