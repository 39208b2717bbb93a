package dev.switchback.core.jdbc;

import dev.switchback.core.sql.CopyData;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.postgresql.PGConnection;

/**
 * {@code COPY … FROM stdin}, which JDBC has no call for. The only class that names a driver, and loaded only for a script
 * that has such a statement: without PostgreSQL, Switchback runs without its driver.
 */
final class PostgresqlCopy {

    private PostgresqlCopy() {}

    static void send(Connection connection, String sql, CopyData rows) throws SQLException {
        try {
            driver(connection).getCopyAPI().copyIn(sql, rows.open());
        } catch (IOException e) {
            throw new SQLException("the rows of a COPY could not be sent", "08006", e);
        }
    }

    private static PGConnection driver(Connection connection) throws SQLException {
        try {
            if (connection.isWrapperFor(PGConnection.class)) {
                return connection.unwrap(PGConnection.class);
            }
        } catch (NoClassDefFoundError e) {
            // another class loader has the driver, or there is another driver
        }
        throw new SQLFeatureNotSupportedException(
                "COPY … FROM stdin needs the PostgreSQL driver org.postgresql:postgresql on the class path of Switchback,"
                        + " and a connection of it or of a pool that can be unwrapped; or write the rows as INSERT",
                "0A000");
    }
}
