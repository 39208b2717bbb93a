package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.SqliteDdl;
import dev.switchback.core.jdbc.inspect.SqliteSchemaInspector;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

/** On SQLite, in memory: a database is gone with its connection. */
final class SqliteGeneratedPairsTest extends GeneratedPairsContract {

    /** <a href="https://www.sqlite.org/rescode.html#constraint">SQLITE_CONSTRAINT</a>, in the last byte. */
    private static final int CONSTRAINT = 19;

    private static final int LAST_BYTE = 0xff;

    /** What a new column says only if there are rows; neither has a code of its own. */
    private static final Set<String> OF_ROWS =
            Set.of("Cannot add a NOT NULL column with default value NULL", "CHECK constraint failed");

    private final Map<Integer, Connection> connections = new TreeMap<>();

    SqliteGeneratedPairsTest() {
        super(new SqliteSchemaInspector(), new SqliteDdl(), true);
    }

    @Override
    protected Connection empty(int place) throws SQLException {
        Connection old = connections.put(place, DriverManager.getConnection("jdbc:sqlite::memory:"));
        if (old != null) {
            old.close();
        }
        try (Statement statement = connections.get(place).createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");
        }
        return connections.get(place);
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return SqliteDump.of(connection);
    }

    @Override
    protected GeneratedPair pair(Random random) {
        List<String> from = GeneratedSqliteSchema.statements(random);
        List<String> to = GeneratedSqliteSchema.statements(random);
        List<String> rows = from.stream()
                .filter(sql -> sql.startsWith("create table "))
                .map(sql -> sql.replaceFirst("(?s)^create table (\\S+).*", "insert into $1 (id) values (1)"))
                .toList();
        return new GeneratedPair(from, to, random.nextBoolean() ? rows : List.of());
    }

    @Override
    protected boolean isOfRows(SQLException e) {
        return (e.getErrorCode() & LAST_BYTE) == CONSTRAINT
                || OF_ROWS.stream().anyMatch(String.valueOf(e.getMessage())::contains);
    }

    /** If a foreign key points to columns that are no key. */
    @Override
    protected boolean takesNoRows(SQLException e) {
        return String.valueOf(e.getMessage()).contains("foreign key mismatch");
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
