package dev.switchback.flyway;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.ChecksumMatch;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flyway's history table by plain JDBC. Only {@link #create} loads Flyway. */
final class FlywaySchemaVersionStore implements SchemaVersionStore {

    private final EngineContext context;

    FlywaySchemaVersionStore(EngineContext context) {
        this.context = context;
    }

    @Override
    public boolean exists(Connection connection) throws SQLException {
        return historyTable(connection).exists(connection);
    }

    @Override
    public String table(Connection connection) throws SQLException {
        return historyTable(connection).qualified();
    }

    /** Every step is a new row; failed rows and baseline markers are removed physically. */
    @Override
    public Set<HistoryRight> rights(MigrationStep step) {
        Set<HistoryRight> rights = EnumSet.of(HistoryRight.SELECT, HistoryRight.INSERT);
        boolean removes = Stream.concat(step.forget().stream(), step.applied().stream())
                .anyMatch(row -> row.failed() || row.kind() == MigrationKind.BASELINE);
        if (removes) {
            rights.add(HistoryRight.DELETE);
        }
        return rights;
    }

    @Override
    public List<AppliedMigration> read(Connection connection) throws SQLException {
        HistoryTable table = historyTable(connection);
        return table.exists(connection)
                ? EffectiveHistory.of(new HistoryReader(table).rows(connection)).toAppliedMigrations()
                : List.of();
    }

    /** Whatever is in Flyway's table is a migration. */
    @Override
    public boolean hasRowsOfOthers(Connection connection) {
        return false;
    }

    @Override
    public ChecksumMatch compare(MigrationScript offered, AppliedMigration applied) {
        Optional<String> recorded = applied.checksum();
        // the checksum of a Java migration is whatever its class says
        if (recorded.isEmpty() || !isSql(applied)) {
            return ChecksumMatch.UNKNOWN;
        }
        boolean same = recorded.get().equals(String.valueOf(FlywayChecksum.of(offered)));
        // like Flyway, accept the text before the replacement of placeholders as well
        boolean equivalent = offered.kind() == MigrationKind.REPEATABLE
                && recorded.get()
                        .equals(String.valueOf(FlywayChecksum.of(offered.up().text())));
        return same || equivalent ? ChecksumMatch.MATCHES : ChecksumMatch.DIFFERS;
    }

    /** Flyway compares versions as numbers and descriptions as text, and minds neither folders nor a leading zero. */
    @Override
    public boolean isRenamed(MigrationScript offered, AppliedMigration applied) {
        String described = HistoryRecord.shortened(offered.migration().description());
        return isSql(applied) && !applied.description().equals(described);
    }

    private static boolean isSql(AppliedMigration applied) {
        return applied.script().toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    @Override
    public void create(Connection connection) throws SQLException {
        HistoryTable table = historyTable(connection);
        if (!table.exists(connection)) {
            new FlywayLibrary(context).createHistoryTable(connection);
        }
        // after Flyway too: when only its second statement fails it tries again, and takes the table for a whole one
        table.complete(connection);
    }

    @Override
    public void stamp(Connection connection, List<MigrationScript> migrations) throws SQLException {
        List<HistoryRecord> rows = migrations.stream()
                .map(script -> HistoryRecord.applied(script, Duration.ZERO, true))
                .toList();
        new HistoryWriter(historyTable(connection), connection).append(connection, rows);
    }

    @Override
    public void forget(Connection connection, List<AppliedMigration> rows) throws SQLException {
        HistoryTable table = historyTable(connection);
        new Forgetting(new HistoryWriter(table, connection), new HistoryReader(table).rows(connection))
                .forget(connection, rows);
    }

    @Override
    public void updateChecksum(Connection connection, MigrationScript offered, AppliedMigration applied)
            throws SQLException {
        HistoryTable table = historyTable(connection);
        HistoryEntry entry = EffectiveHistory.of(new HistoryReader(table).rows(connection))
                .find(applied)
                .orElseThrow(() -> new SQLException(applied.script() + " is not in " + table.name() + " any more"));
        new HistoryWriter(table, connection)
                .update(connection, entry.row(), HistoryRecord.applied(offered, Duration.ZERO, true));
    }

    private HistoryTable historyTable(Connection connection) throws SQLException {
        return HistoryTable.of(connection, context);
    }
}
