package dev.switchback.liquibase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.port.StatementSender;
import dev.switchback.core.sql.SqlSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/**
 * One run: each step is a change set of its own, executed by Liquibase without its commands, lock or splitter. So a step
 * costs the same however many there are, and the history is read once.
 */
final class LiquibaseMigrationSession implements MigrationSession {

    private final Connection connection;
    private final Database database;
    private final HistoryWriter history;
    private final StatementSender sender;
    private final SqlSplitter splitter;
    private final boolean autoCommit;
    private boolean closed;

    private LiquibaseMigrationSession(
            Connection connection,
            Database database,
            HistoryWriter history,
            StatementSender sender,
            SqlSplitter splitter,
            boolean autoCommit) {
        this.connection = connection;
        this.database = database;
        this.history = history;
        this.sender = sender;
        this.splitter = splitter;
        this.autoCommit = autoCommit;
    }

    static LiquibaseMigrationSession open(Connection connection, HistoryTable table, EngineContext context)
            throws SQLException {
        try {
            return new LiquibaseMigrationSession(
                    connection,
                    LiquibaseScopes.quietly(() -> LiquibaseTables.open(connection, table)),
                    new HistoryWriter(connection, table.in(connection), context.clock()),
                    context.sender(),
                    SqlSplitter.of(Dialect.of(context.database()).sql()),
                    connection.getAutoCommit());
        } catch (Exception e) {
            throw LiquibaseErrors.sql(e);
        }
    }

    @Override
    public void execute(MigrationStep step, StatementListener listener) {
        ScriptStatement script = new ScriptStatement(connection, sender, splitter, step.body(), listener);
        try {
            connection.setAutoCommit(!step.transactional());
            run(step, script);
            connection.setAutoCommit(false);
            history.enter();
            record(step);
            connection.commit();
        } catch (Throwable thrown) {
            rollBack(thrown);
            restore();
            Throwable cause = script.failure().orElse(thrown);
            if (cause instanceof Error error) {
                throw error;
            }
            throw new ScriptFailedException(script.failed().orElse(null), LiquibaseErrors.clean(cause));
        }
        restore();
    }

    private void run(MigrationStep step, ScriptStatement script) throws Exception {
        ChangeSet changeSet = changeSet(step);
        PreSplitSql change = new PreSplitSql(script);
        LiquibaseScopes.quietly(() -> {
            if (step.direction() == Direction.UP) {
                changeSet.addChange(change);
                return changeSet.execute(changeSet.getChangeLog(), database);
            }
            changeSet.addRollbackChange(change);
            changeSet.rollback(database);
            return changeSet;
        });
    }

    private static ChangeSet changeSet(MigrationStep step) {
        MigrationScript migration = step.script();
        String file = migration.script();
        ChangeSetId id = ChangeSetId.of(migration);
        ChangeSet changeSet = new ChangeSet(
                id.text(),
                ChangeSetId.AUTHOR,
                false,
                id.version().isEmpty(),
                file,
                null,
                null,
                step.transactional(),
                new DatabaseChangeLog(file));
        changeSet.setComments(migration.migration().description());
        return changeSet;
    }

    private void record(MigrationStep step) throws SQLException {
        for (AppliedMigration row : step.forget()) {
            history.forget(row);
        }
        if (step.direction() == Direction.DOWN) {
            history.forget(step.applied().orElseThrow());
        } else if (step.applied().isPresent()) {
            history.reran(step.script(), step.applied().get());
        } else {
            for (MigrationScript superseded : step.supersedes()) {
                history.superseded(superseded);
            }
            history.executed(step.script());
        }
    }

    /** A connection that is in auto-commit has nothing to roll back; one that cannot any more has lost it anyway. */
    private void rollBack(Throwable thrown) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            thrown.addSuppressed(e);
        }
    }

    /** Between the steps the connection is as the caller gave it. */
    private void restore() {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            // a broken connection has no state to restore, and whoever uses it next is told
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            LiquibaseScopes.quietly(() -> {
                LiquibaseScopes.forget(database);
                return database;
            });
        } catch (Exception e) {
            // the run has succeeded or has been reported; Liquibase then keeps a reference too many
        } finally {
            closed = true;
            restore();
        }
    }
}
