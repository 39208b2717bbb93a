package dev.switchback.tck.fake;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.ChecksumMatch;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The history of the fake engine. Not final: the broken copies override one method each. */
class FakeStore implements SchemaVersionStore {

    private final FakeTable table;

    FakeStore(FakeTable table) {
        this.table = table;
    }

    @Override
    public boolean exists(Connection connection) throws SQLException {
        return table.fixed(connection).exists(connection);
    }

    @Override
    public String table(Connection connection) throws SQLException {
        return table.fixed(connection).qualified();
    }

    @Override
    public Set<HistoryRight> rights(MigrationStep step) {
        return EnumSet.allOf(HistoryRight.class);
    }

    @Override
    public List<AppliedMigration> read(Connection connection) throws SQLException {
        return table.fixed(connection).exists(connection)
                ? table.fixed(connection).rows(connection)
                : List.of();
    }

    @Override
    public boolean hasRowsOfOthers(Connection connection) {
        return false;
    }

    @Override
    public ChecksumMatch compare(MigrationScript offered, AppliedMigration applied) {
        return applied.checksum()
                .map(sum -> sum.equals(offered.migration().sha256()) ? ChecksumMatch.MATCHES : ChecksumMatch.DIFFERS)
                .orElse(ChecksumMatch.UNKNOWN);
    }

    @Override
    public boolean isRenamed(MigrationScript offered, AppliedMigration applied) {
        return !applied.script().equals(offered.script());
    }

    @Override
    public void create(Connection connection) throws SQLException {
        table.fixed(connection).create(connection);
    }

    @Override
    public void stamp(Connection connection, List<MigrationScript> migrations) throws SQLException {
        for (MigrationScript migration : migrations) {
            table.fixed(connection).insert(connection, migration, Duration.ZERO);
        }
    }

    @Override
    public void forget(Connection connection, List<AppliedMigration> rows) throws SQLException {
        for (AppliedMigration row : rows) {
            table.fixed(connection).delete(connection, row.script());
        }
    }

    @Override
    public void updateChecksum(Connection connection, MigrationScript offered, AppliedMigration applied)
            throws SQLException {
        table.take(connection, applied.script(), offered);
    }
}
