package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.EngineLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * DATABASECHANGELOGLOCK, whose one row says whether a plain Liquibase is at work. A row that says so outlives a process
 * that was killed. So where the database can, we do not write the row but keep others from writing it, for as long as our
 * session lives.
 */
final class LiquibaseEngineLock implements EngineLock {

    /** Liquibase's own name for it; a history table of another name does not change it. */
    static final String TABLE = "DATABASECHANGELOGLOCK";

    /** PostgreSQL's, MariaDB's and H2's way to say that a right is missing. */
    private static final String DENIED_STATE = "42501";

    private static final Set<Integer> DENIED_CODES = Set.of(1142, 1143, 90096);

    private final HistoryTable history;
    private final HistoryTable table;
    private final boolean proven;

    /** For a process that holds our lock whenever it takes this one. */
    LiquibaseEngineLock(HistoryTable history) {
        this(history, true);
    }

    private LiquibaseEngineLock(HistoryTable history, boolean proven) {
        this.history = history;
        this.proven = proven;
        this.table = new HistoryTable(history.kind(), history.schema(), TABLE);
    }

    @Override
    public boolean exists(Connection connection) throws SQLException {
        return table.exists(connection);
    }

    @Override
    public EngineLock unproven() {
        return new LiquibaseEngineLock(history, false);
    }

    @Override
    public void create(Connection connection) throws SQLException {
        try {
            LiquibaseTables.createLock(connection, history);
        } catch (SQLException e) {
            // a plain Liquibase that began in the same moment may have been faster
            if (!exists(connection)) {
                throw e;
            }
        }
    }

    /** Who may not read the row is told when he is about to write. */
    @Override
    public Optional<LockHolder> holder(Connection connection) throws SQLException {
        try {
            return new LockRow(table.in(connection), proven).holder(connection);
        } catch (SQLException e) {
            if (DENIED_STATE.equals(e.getSQLState()) || DENIED_CODES.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public boolean outlivesUs() {
        return table.kind() == DatabaseKind.SQLITE;
    }

    @Override
    public Place in(Connection connection) throws SQLException {
        LockRow row = new LockRow(table.in(connection), proven);
        return switch (table.kind()) {
            case POSTGRESQL -> new TableLock(row);
            case MARIADB, MYSQL -> new ReadLock(row);
            case H2 -> new OpenUpdate(row);
            case SQLITE -> new WrittenRow(row);
        };
    }
}
