package dev.switchback.tck.fake;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One run of the fake engine. Not final: the broken copies override one method each. */
class FakeSession implements MigrationSession {

    private final Connection connection;
    private final FakeTable table;
    private final SqlSplitter splitter;

    FakeSession(Connection connection, FakeTable table, DatabaseKind database) {
        this.connection = connection;
        this.table = table;
        this.splitter = SqlSplitter.of(
                switch (database) {
                    case SQLITE -> SqlDialect.SQLITE;
                    case H2 -> SqlDialect.H2;
                    case POSTGRESQL -> SqlDialect.POSTGRESQL;
                    case MARIADB, MYSQL -> SqlDialect.MARIADB;
                });
    }

    final Connection connection() {
        return connection;
    }

    @Override
    public void execute(MigrationStep step, StatementListener listener) {
        try {
            inTransaction(step, listener);
        } catch (SQLException e) {
            throw new ScriptFailedException(null, e);
        }
    }

    private void inTransaction(MigrationStep step, StatementListener listener) throws SQLException {
        boolean done = false;
        connection.setAutoCommit(!step.transactional());
        try {
            run(step.body(), listener);
            connection.setAutoCommit(false);
            record(step);
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                undo();
                restore();
            }
        }
        try {
            restore();
        } catch (SQLException e) {
            // the step is done; a connection that is broken says so to whoever uses it next
        }
    }

    void run(SqlScript script, StatementListener listener) {
        for (SqlStatement statement : splitter.split(script.sql(), script.file())) {
            try {
                if (listener.isDone(statement)) {
                    continue;
                }
                listener.started(statement);
                try (Statement jdbc = connection.createStatement()) {
                    jdbc.execute(statement.sql());
                }
                // SQLite commits nothing while a statement has rows to give
                listener.finished(statement);
            } catch (SQLException e) {
                throw failure(statement, e);
            }
        }
    }

    ScriptFailedException failure(SqlStatement statement, SQLException cause) {
        return new ScriptFailedException(statement, cause);
    }

    void record(MigrationStep step) throws SQLException {
        for (AppliedMigration forgotten : step.forget()) {
            table.delete(connection, forgotten.script());
        }
        if (step.applied().isPresent()) {
            table.delete(connection, step.applied().get().script());
        }
        if (step.direction() == Direction.UP) {
            table.insert(connection, step.script(), Duration.ZERO);
        }
    }

    void undo() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    void restore() throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void close() {
        // every step has put the connection back
    }
}
