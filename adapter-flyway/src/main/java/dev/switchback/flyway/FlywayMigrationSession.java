package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.StatementListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run: Flyway's parser for the scripts, plain JDBC for transactions and history. */
final class FlywayMigrationSession implements MigrationSession {

    private final Connection connection;
    private final boolean autoCommit;
    private final HistoryTable table;
    private final FlywayScripts scripts;
    private final FlywaySilence silence;
    private final HistoryWriter writer;
    /** What can be reverted; read with the first step down and kept up to date, so that many steps cost one reading. */
    private @Nullable EffectiveHistory history;

    private boolean closed;

    FlywayMigrationSession(
            Connection connection, boolean autoCommit, HistoryTable table, FlywayScripts scripts, FlywaySilence silence)
            throws SQLException {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.table = table;
        this.scripts = scripts;
        this.silence = silence;
        this.writer = new HistoryWriter(table, connection);
    }

    @Override
    public void execute(MigrationStep step, StatementListener listener) {
        StatementRun run = new StatementRun(scripts, listener);
        StepTransaction transaction = new StepTransaction(connection, step.transactional(), ddlCommits());
        long start = System.nanoTime();
        try {
            Optional<HistoryEntry> reverted = reverted(step);
            transaction.beginScript();
            run.run(step.body());
            transaction.beginRecord();
            forget(step);
            writer.append(connection, record(step, reverted, since(start), true));
            transaction.commit();
            reverted.ifPresent(this::removed);
        } catch (SQLException | RuntimeException | Error e) {
            boolean survives = transaction.rollBack(e) && run.anySucceeded();
            history = null;
            writer.rolledBack();
            if (survives) {
                recordFailure(step, since(start), e);
            }
            throw FlywayErrors.toScriptFailure(run.current(), e);
        }
    }

    /** The row that a step down reverts; that it is still there rules out a second removal of the same one. */
    private Optional<HistoryEntry> reverted(MigrationStep step) throws SQLException {
        if (step.direction() == Direction.UP) {
            history = null;
            return Optional.empty();
        }
        if (history == null) {
            history = EffectiveHistory.of(new HistoryReader(table).rows(connection));
        }
        AppliedMigration applied = step.applied().orElseThrow();
        Optional<HistoryEntry> entry = history.find(applied);
        if (entry.isEmpty()) {
            throw new SQLException(applied.script() + " is not in " + table.name() + " any more; nothing was run");
        }
        return entry;
    }

    private void removed(HistoryEntry entry) {
        if (history != null) {
            history.remove(entry);
        }
    }

    /** Forgets what the step says, and the failed rows of an attempt that it makes good. */
    private void forget(MigrationStep step) throws SQLException {
        List<AppliedMigration> forgotten = new ArrayList<>(step.forget());
        step.applied().filter(AppliedMigration::failed).ifPresent(forgotten::add);
        if (!forgotten.isEmpty()) {
            new Forgetting(writer, new HistoryReader(table).rows(connection)).forget(connection, forgotten);
        }
    }

    private static HistoryRecord record(
            MigrationStep step, Optional<HistoryEntry> reverted, Duration elapsed, boolean success) {
        return reverted.map(entry -> HistoryRecord.reverted(entry.row(), step.body(), elapsed, success))
                .orElseGet(() -> HistoryRecord.applied(step.script(), elapsed, success));
    }

    /** Leaves the row that plain Flyway leaves, so that plain Flyway refuses to go on as well. */
    private void recordFailure(MigrationStep step, Duration elapsed, Throwable failure) {
        try {
            writer.append(connection, record(step, reverted(step), elapsed, false));
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Whether statements that change the schema commit, so that a failed script can leave some behind. */
    private boolean ddlCommits() {
        return table.database() != DatabaseKind.SQLITE && table.database() != DatabaseKind.POSTGRESQL;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            // the connection is of no use to its owner any more, and what broke it was reported when it happened
        } finally {
            silence.close();
        }
    }
}
