package dev.switchback.liquibase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.ChecksumMatch;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.SchemaVersionStore;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** DATABASECHANGELOG by plain JDBC. Only {@link #create} loads Liquibase. */
final class LiquibaseSchemaVersionStore implements SchemaVersionStore {

    private final HistoryTable table;
    private final EngineContext context;
    private final ExportedSql exported;

    LiquibaseSchemaVersionStore(HistoryTable table, EngineContext context) {
        this.table = table;
        this.context = context;
        this.exported = new ExportedSql(context.database());
    }

    @Override
    public boolean exists(Connection connection) throws SQLException {
        return table.exists(connection);
    }

    @Override
    public String table(Connection connection) throws SQLException {
        return table.in(connection).sql();
    }

    /** A row is added, changed when a repeatable migration runs again, and removed on the way down. */
    @Override
    public Set<HistoryRight> rights(MigrationStep step) {
        Set<HistoryRight> rights = EnumSet.of(HistoryRight.SELECT);
        if (step.direction() == Direction.DOWN || !step.forget().isEmpty()) {
            rights.add(HistoryRight.DELETE);
        }
        if (step.direction() == Direction.UP) {
            rights.add(step.applied().isPresent() ? HistoryRight.UPDATE : HistoryRight.INSERT);
        }
        if (step.forget().stream().anyMatch(row -> !row.tags().isEmpty())) {
            // the tag goes to the row before
            rights.add(HistoryRight.UPDATE);
        }
        return rights;
    }

    @Override
    public List<AppliedMigration> read(Connection connection) throws SQLException {
        return exists(connection) ? new HistoryReader(table.in(connection)).read(connection) : List.of();
    }

    /** The change sets of a changelog that was there before us have authors of their own. */
    @Override
    public boolean hasRowsOfOthers(Connection connection) throws SQLException {
        return exists(connection) && new HistoryReader(table.in(connection)).hasRowsOfOthers(connection);
    }

    @Override
    public ChecksumMatch compare(MigrationScript offered, AppliedMigration applied) {
        String recorded = applied.checksum().orElse("");
        if (!recorded.startsWith(LiquibaseChecksum.PREFIX)) {
            // NULL after clear-checksums, or from a version before 4.22
            return ChecksumMatch.UNKNOWN;
        }
        boolean same = recorded.equals(LiquibaseChecksum.ofFile(offered.up().text()))
                || recorded.equals(asStatements(offered.up()));
        return same ? ChecksumMatch.MATCHES : ChecksumMatch.DIFFERS;
    }

    /** The name of the file is part of what identifies a change set. */
    @Override
    public boolean isRenamed(MigrationScript offered, AppliedMigration applied) {
        return !applied.script().equals(offered.script());
    }

    /** What plain Liquibase records when it runs the migration from an exported changelog that copies its statements. */
    private String asStatements(SqlScript script) {
        try {
            return LiquibaseChecksum.ofChanges(exported.changes(script));
        } catch (SqlSyntaxProblem e) {
            // such a script is never run or exported
            return "";
        }
    }

    @Override
    public void create(Connection connection) throws SQLException {
        if (!exists(connection)) {
            LiquibaseTables.create(connection, table);
        }
    }

    @Override
    public void stamp(Connection connection, List<MigrationScript> migrations) throws SQLException {
        HistoryWriter writer = new HistoryWriter(connection, table.in(connection), context.clock());
        for (MigrationScript migration : migrations) {
            writer.executed(migration);
        }
    }

    @Override
    public void forget(Connection connection, List<AppliedMigration> rows) throws SQLException {
        HistoryWriter writer = new HistoryWriter(connection, table.in(connection), context.clock());
        for (AppliedMigration row : rows) {
            writer.forget(row);
        }
    }

    @Override
    public void updateChecksum(Connection connection, MigrationScript offered, AppliedMigration applied)
            throws SQLException {
        new HistoryWriter(connection, table.in(connection), context.clock()).take(offered, applied);
    }
}
