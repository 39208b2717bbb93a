package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

/** On PostgreSQL, in two schemas of one database. */
final class PostgresqlGeneratedPairsTest extends GeneratedPairsContract {

    private final FreshDatabase database = new PostgresqlDatabase().fresh(Path.of(""));
    private final Map<Integer, Connection> connections = new TreeMap<>();

    PostgresqlGeneratedPairsTest() {
        super(new PostgresqlSchemaInspector(), new PostgresqlDdl(), true);
    }

    @Override
    protected Connection empty(int place) throws SQLException {
        if (!connections.containsKey(place)) {
            connections.put(place, database.connection());
        }
        Connection connection = connections.get(place);
        String schema = "room_" + place;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = error; DROP SCHEMA IF EXISTS " + schema
                    + " CASCADE; CREATE SCHEMA " + schema + "; SET search_path = " + schema);
        }
        return connection;
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return PostgresqlDump.of(connection);
    }

    @Override
    protected GeneratedPair pair(Random random) {
        return GeneratedPair.of(random, GeneratedPostgresqlSchema::from);
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
        database.close();
    }
}
