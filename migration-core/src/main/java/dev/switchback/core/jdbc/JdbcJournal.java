package dev.switchback.core.jdbc;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.Journal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The journal in a table of the database, {@value #TABLE}. */
public final class JdbcJournal implements Journal {

    /** The name of the table. */
    public static final String TABLE = "switchback_journal";

    private final Clock clock;

    /**
     * Creates the journal; touches nothing.
     *
     * @param clock the time
     */
    public JdbcJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<JournalEntry> read(Connection connection) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        if (!exists(connection)) {
            return entries;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT script, kind, version, description, direction, done, done_hash FROM "
                                + table(connection) + " ORDER BY script")) {
            while (rows.next()) {
                entries.add(new JournalEntry(
                        rows.getString(1),
                        MigrationKind.valueOf(rows.getString(2)),
                        Optional.ofNullable(rows.getString(3)).map(MigrationVersion::of),
                        rows.getString(4),
                        Direction.valueOf(rows.getString(5)),
                        rows.getInt(6),
                        rows.getString(7)));
            }
        }
        return entries;
    }

    @Override
    public void create(Connection connection) throws SQLException {
        if (exists(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table(connection) + " (script VARCHAR(255) NOT NULL PRIMARY KEY,"
                    + " kind VARCHAR(20) NOT NULL, version VARCHAR(50), description VARCHAR(255) NOT NULL,"
                    + " direction VARCHAR(4) NOT NULL, done INTEGER NOT NULL, done_hash VARCHAR(64) NOT NULL,"
                    + " host VARCHAR(255) NOT NULL, pid BIGINT NOT NULL, started_at VARCHAR(40) NOT NULL)");
        }
    }

    @Override
    public void note(Connection connection, MigrationStep step, int done, String doneHash) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + table(connection) + " SET done = ?, done_hash = ? WHERE script = ?")) {
            update.setInt(1, done);
            update.setString(2, doneHash);
            update.setString(3, fileName(step.script().script()));
            update.executeUpdate();
        }
    }

    @Override
    public void open(Connection connection, MigrationStep step, int done, String doneHash) throws SQLException {
        remove(connection, step.script().script());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table(connection)
                + " (script, kind, version, description, direction, done, done_hash, host, pid, started_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Migration migration = step.script().migration();
            insert.setString(1, fileName(migration.script()));
            insert.setString(2, migration.kind().name());
            insert.setString(3, migration.version().map(MigrationVersion::text).orElse(null));
            insert.setString(4, migration.description());
            insert.setString(5, step.direction().name());
            insert.setInt(6, done);
            insert.setString(7, doneHash);
            insert.setString(8, Host.name());
            insert.setLong(9, ProcessHandle.current().pid());
            insert.setString(10, clock.instant().toString());
            insert.executeUpdate();
        }
    }

    @Override
    public void remove(Connection connection, String script) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table(connection) + " WHERE script = ?")) {
            delete.setString(1, fileName(script));
            delete.executeUpdate();
        }
    }

    /** With its schema where a script may have left the connection without one. */
    private static String table(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        boolean named = schema != null && connection.getMetaData().storesLowerCaseIdentifiers();
        return named ? "\"" + schema.replace("\"", "\"\"") + "\"." + TABLE : TABLE;
    }

    /** As the history tells it, without the folder; versions and descriptions are unique across folders. */
    private static String fileName(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }

    @Override
    public boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        String name = meta.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        String pattern = name.replace("_", meta.getSearchStringEscape() + "_");
        try (ResultSet tables = meta.getTables(connection.getCatalog(), connection.getSchema(), pattern, null)) {
            return tables.next();
        }
    }
}
