package dev.switchback.liquibase;

import dev.switchback.api.model.LockHolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one row of Liquibase's lock table. No statement is prepared: on PostgreSQL they run on a connection that may come
 * from a pooler.
 *
 * @param table the table
 * @param proven whether our own lock proves that a row of ours was left by a dead run
 */
record LockRow(HistoryTable table, boolean proven) {

    /** How a row begins that was written by us. */
    static final String OURS = "switchback ";

    private static final Pattern PROCESS = Pattern.compile(OURS + "(\\d{1,18})@(\\S+)");

    /** The condition of an update that must not touch what somebody who may be alive has written. */
    String free() {
        String free = "LOCKED = " + no();
        return "ID = 1 AND " + (proven ? "(" + free + " OR LOCKEDBY LIKE '" + OURS + "%')" : free);
    }

    String no() {
        return table.booleansAreNumbers() ? "0" : "FALSE";
    }

    String yes() {
        return table.booleansAreNumbers() ? "1" : "TRUE";
    }

    /** Whether somebody other than us has it. */
    boolean isTaken(Connection connection) throws SQLException {
        return isTaken(connection, "");
    }

    /** The same while taking a lock on the row. */
    boolean isTaken(Connection connection, String locking) throws SQLException {
        return holder(connection, locking)
                .filter(holder -> holder.kind() == LockHolder.Kind.ENGINE)
                .isPresent();
    }

    /** Who has it. */
    Optional<LockHolder> holder(Connection connection) throws SQLException {
        return holder(connection, "");
    }

    private Optional<LockHolder> holder(Connection connection, String locking) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT LOCKED, LOCKEDBY, LOCKGRANTED FROM " + table.sql() + " WHERE ID = 1" + locking)) {
            return row.next() && row.getBoolean("LOCKED") ? Optional.of(holder(row)) : Optional.empty();
        }
    }

    private LockHolder holder(ResultSet row) throws SQLException {
        String by = Optional.ofNullable(row.getString("LOCKEDBY")).orElse("");
        Matcher process = PROCESS.matcher(by);
        boolean ours = process.matches();
        return new LockHolder(
                ours && proven ? LockHolder.Kind.LEFTOVER : LockHolder.Kind.ENGINE,
                ours ? ourName("pid " + process.group(1) + " on " + process.group(2)) : theirName(by),
                ours ? Optional.of(Long.valueOf(process.group(1))) : Optional.empty(),
                ours ? Optional.of(process.group(2)) : Optional.of(by).filter(text -> !text.isBlank()),
                Optional.empty(),
                LocalTimestamp.read(row, "LOCKGRANTED", table.kind()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(clear() + " WHERE ID = 1"));
    }

    private String ourName(String process) {
        return proven ? process : "Switchback (" + process + ")";
    }

    private static String theirName(String by) {
        return by.isBlank() ? "Liquibase" : "Liquibase on " + by;
    }

    /** The update that frees it, without its condition. */
    String clear() {
        return "UPDATE " + table.sql() + " SET LOCKED = " + no() + ", LOCKEDBY = NULL, LOCKGRANTED = NULL";
    }

    /**
     * Clears what has our name in it: what we have written, or what a dead run has left. Where nothing proves that it is
     * dead, only what we have written.
     */
    void clean(Connection connection, boolean written) throws SQLException {
        if (written || proven) {
            update(connection, clear() + " WHERE ID = 1 AND LOCKEDBY LIKE '" + OURS + "%'");
        }
    }

    /** Liquibase makes the row when it first looks; until then there is nothing to hold. */
    void ensure(Connection connection) throws SQLException {
        update(
                connection,
                "INSERT INTO " + table.sql() + " (ID, LOCKED) SELECT 1, " + no() + " WHERE NOT EXISTS (SELECT 1 FROM "
                        + table.sql() + " WHERE ID = 1)");
    }

    /** How many rows it changed. */
    static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
