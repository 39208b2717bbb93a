package dev.switchback.core.jdbc;

import dev.switchback.core.port.StatementSender;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Sends statements by JDBC, and rows to PostgreSQL by the way its driver has for them. */
public final class JdbcStatementSender implements StatementSender {

    /** Nothing to prepare. */
    public JdbcStatementSender() {}

    @Override
    public void send(Connection connection, SqlStatement sql) throws SQLException {
        if (sql.copyData().isPresent()) {
            PostgresqlCopy.send(connection, sql.sql(), sql.copyData().get());
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(sql.sql());
            while (rows || statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
        }
    }
}
