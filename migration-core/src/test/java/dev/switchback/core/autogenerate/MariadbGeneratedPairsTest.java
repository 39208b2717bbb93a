package dev.switchback.core.autogenerate;

import dev.switchback.core.jdbc.inspect.MariadbSchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

/** On MariaDB, as the administrator: it wants a right on the whole server for a default that takes from a sequence. */
final class MariadbGeneratedPairsTest extends GeneratedPairsContract {

    private final Map<Integer, Room> rooms = new TreeMap<>();

    MariadbGeneratedPairsTest() {
        super(new MariadbSchemaInspector(), MariadbDatabase.renderer(), false);
    }

    @Override
    protected Connection empty(int place) throws SQLException {
        if (!rooms.containsKey(place)) {
            FreshDatabase database = new MariadbDatabase().fresh(Path.of(""));
            rooms.put(place, new Room(database.administer(), database::close));
        }
        Connection connection = rooms.get(place).connection();
        String name = connection.getCatalog();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            statement.execute("USE " + name);
        }
        return connection;
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return MariadbDump.of(connection);
    }

    @Override
    protected GeneratedPair pair(Random random) {
        return GeneratedPair.of(random, GeneratedMariadbSchema::from);
    }

    /**
     * A warning that strict mode makes an error keeps its state. Codes: rows that are not unique, but pointed to; and of
     * MySQL a value that is none of the type, and one that a check refuses.
     */
    @Override
    protected boolean isOfRows(SQLException e) {
        return super.isOfRows(e)
                || "01000".equals(e.getSQLState())
                || Set.of(1834, 1366, 3819).contains(e.getErrorCode());
    }

    @AfterEach
    void close() throws SQLException {
        for (Room room : rooms.values()) {
            room.close();
        }
    }
}
