package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** On PostgreSQL, each case in schemas of its own: that is quicker than databases, and shows that no schema is named. */
final class PostgresqlAutogenerateContractTest extends AutogenerateContract {

    /** Dropped schemas leave their rows in the catalogs, and the two hundredth case is twenty times as slow as the first. */
    private static final int ROOMS_IN_ONE = 32;

    private final Deque<House> houses = new ArrayDeque<>();
    private int rooms;

    /** A database, and a connection on which its schemas are made and dropped. */
    private record House(FreshDatabase database, Connection connection) {

        static House open() throws SQLException {
            FreshDatabase database = new PostgresqlDatabase().fresh(Path.of(""));
            database.execute("ALTER ROLE " + database.user() + " SET client_min_messages = error");
            return new House(database, database.connection());
        }

        void close() throws SQLException {
            connection.close();
            database.close();
        }
    }

    PostgresqlAutogenerateContractTest() {
        super(new PostgresqlDatabase(), new PostgresqlSchemaInspector(), new PostgresqlDdl());
    }

    @Override
    protected Room room() throws SQLException {
        if (rooms % ROOMS_IN_ONE == 0) {
            houses.push(House.open());
        }
        House house = houses.getFirst();
        String schema = "room_" + ++rooms;
        execute(house.connection(), "CREATE SCHEMA " + schema);
        Connection connection = house.database().connection();
        execute(connection, "SET search_path = " + schema);
        return new Room(connection, () -> execute(house.connection(), "DROP SCHEMA " + schema + " CASCADE"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return PostgresqlDump.of(connection);
    }

    @AfterAll
    void close() throws SQLException {
        for (House house : houses) {
            house.close();
        }
    }
}
