package dev.switchback.core.jdbc;

import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.port.Journal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;

/** Writes the journal of one run. */
final class JournalWriter implements Journal.Writer {

    private final Connection connection;
    private final JournalTable table;
    private final String key;
    private final TransactionWatch watch;
    private final Clock clock;
    private final Optional<H2WriteDelay> delay;
    /** What was written last, so that what does not change any more is not sent with every statement. */
    private String marks = "";

    JournalWriter(Connection connection, JournalTable table, String key, Clock clock, Optional<H2WriteDelay> delay) {
        this.connection = connection;
        this.table = table;
        this.key = key;
        this.watch = new TransactionWatch(connection, table.dialect());
        this.clock = clock;
        this.delay = delay;
    }

    @Override
    public void begin(JournalEntry entry) throws SQLException {
        remove(entry.script());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table.qualified()
                + " (history, script, kind, version, description, direction, host, pid, started_at, done, done_hash,"
                + " begun, marks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, entry.script());
            insert.setString(3, entry.kind().name());
            insert.setString(4, entry.version().map(MigrationVersion::text).orElse(null));
            insert.setString(5, entry.description());
            insert.setString(6, entry.direction().name());
            insert.setString(7, Host.name());
            insert.setLong(8, ProcessHandle.current().pid());
            insert.setString(9, clock.instant().toString());
            setProgress(insert, 10, entry);
            insert.setString(13, entry.marks());
            insert.executeUpdate();
        }
        marks = entry.marks();
    }

    @Override
    public void note(JournalEntry entry) throws SQLException {
        boolean remark = !entry.marks().equals(marks);
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + table.qualified()
                + " SET done = ?, done_hash = ?, begun = ?" + (remark ? ", marks = ?" : "")
                + " WHERE history = ? AND script = ?")) {
            setProgress(update, 1, entry);
            int next = 4;
            if (remark) {
                update.setString(next++, entry.marks());
            }
            update.setString(next++, key);
            update.setString(next, entry.script());
            if (update.executeUpdate() != 1) {
                throw new SQLException("the entry of " + entry.script() + " in " + JournalTable.NAME
                        + " is gone: a statement rolled it back, or somebody else removed it");
            }
        }
        marks = entry.marks();
    }

    private static void setProgress(PreparedStatement statement, int first, JournalEntry entry) throws SQLException {
        statement.setInt(first, entry.done());
        statement.setString(first + 1, entry.doneHash());
        if (entry.begun()) {
            statement.setInt(first + 2, entry.done() + 1);
        } else {
            statement.setNull(first + 2, Types.INTEGER);
        }
    }

    @Override
    public Optional<JournalEntry> find(String script) throws SQLException {
        String name = JdbcJournal.fileName(script);
        return JdbcJournal.read(connection, table, key).stream()
                .filter(entry -> entry.script().equals(name))
                .findFirst();
    }

    @Override
    public void remove(String script) throws SQLException {
        JdbcJournal.remove(connection, table, Optional.of(key), script);
    }

    @Override
    public void watch() throws SQLException {
        watch.begin();
    }

    @Override
    public boolean committed() throws SQLException {
        return watch.isOver();
    }

    @Override
    public void close() throws SQLException {
        if (delay.isPresent()) {
            delay.get().restore(connection);
        }
    }
}
