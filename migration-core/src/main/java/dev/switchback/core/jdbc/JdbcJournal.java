package dev.switchback.core.jdbc;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Journal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The journal in a table of the database, {@value #TABLE}. */
public final class JdbcJournal implements Journal {

    /** The name of the table. */
    public static final String TABLE = JournalTable.NAME;

    private final Clock clock;
    private final Database database;
    private final HistoryLocation history;

    /**
     * Creates the journal; touches nothing.
     *
     * @param clock the time
     * @param database says what kind it is, when the journal is used
     * @param history the history that it belongs to
     */
    public JdbcJournal(Clock clock, Database database, HistoryLocation history) {
        this.clock = clock;
        this.database = database;
        this.history = history;
    }

    private JournalTable table(Connection connection) throws SQLException {
        return JournalTable.of(connection, database.dialect(), history.schema());
    }

    /** By which its entries are told from those of another history in the same schema. */
    private String key() {
        return history.table().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<JournalEntry> read(Connection connection) throws SQLException {
        JournalTable table = table(connection);
        return table.exists(connection) ? read(connection, table, key()) : List.of();
    }

    static List<JournalEntry> read(Connection connection, JournalTable table, String key) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table.qualified() + " ORDER BY script")) {
            Set<String> columns = JournalTable.columns(rows);
            while (rows.next()) {
                String owner = columns.contains(JournalTable.HISTORY) ? rows.getString(JournalTable.HISTORY) : null;
                if (owner == null || owner.equals(key)) {
                    entries.add(entry(rows, columns));
                }
            }
        }
        return entries;
    }

    private static JournalEntry entry(ResultSet row, Set<String> columns) throws SQLException {
        // who wrote without the column did not say whether a statement was under way, so one may have been
        boolean begun = !columns.contains(JournalTable.BEGUN) || row.getObject(JournalTable.BEGUN) != null;
        String marks = columns.contains(JournalTable.MARKS) ? row.getString(JournalTable.MARKS) : null;
        return new JournalEntry(
                row.getString("script"),
                MigrationKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("version")).map(MigrationVersion::of),
                row.getString("description"),
                Direction.valueOf(row.getString("direction")),
                row.getInt("done"),
                row.getString("done_hash"),
                begun,
                marks == null ? "" : marks,
                "process " + row.getLong("pid") + " on " + row.getString("host") + ", since "
                        + row.getString("started_at"));
    }

    @Override
    public Writer open(Connection connection) throws SQLException {
        JournalTable table = table(connection);
        table.create(connection);
        Optional<H2WriteDelay> delay =
                table.dialect() == Dialect.H2 ? Optional.of(H2WriteDelay.suspend(connection)) : Optional.empty();
        return new JournalWriter(connection, table, key(), clock, delay);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        for (JournalEntry entry : read(connection)) {
            remove(connection, entry.script());
        }
    }

    @Override
    public void remove(Connection connection, String script) throws SQLException {
        JournalTable table = table(connection);
        if (table.exists(connection)) {
            boolean keyed = table.columns(connection).contains(JournalTable.HISTORY);
            remove(connection, table, keyed ? Optional.of(key()) : Optional.empty(), script);
        }
    }

    static void remove(Connection connection, JournalTable table, Optional<String> key, String script)
            throws SQLException {
        String ofHistory = key.isPresent() ? " AND (history = ? OR history IS NULL)" : "";
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table.qualified() + " WHERE script = ?" + ofHistory)) {
            delete.setString(1, fileName(script));
            if (key.isPresent()) {
                delete.setString(2, key.get());
            }
            delete.executeUpdate();
        }
    }

    /** As the history tells it, without the folder; versions and descriptions are unique across folders. */
    static String fileName(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }
}
