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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On PostgreSQL, each case in schemas of its own: that is quicker than databases, and shows that no schema is named. */
final class PostgresqlAutogenerateContractTest extends AutogenerateContract {

    private final FreshDatabase database = new PostgresqlDatabase().fresh(Path.of(""));
    private int rooms;

    PostgresqlAutogenerateContractTest() {
        super(new PostgresqlDatabase(), new PostgresqlSchemaInspector(), new PostgresqlDdl());
    }

    @Override
    protected Room room() throws SQLException {
        String schema = "room_" + ++rooms;
        database.execute("CREATE SCHEMA " + schema);
        Connection connection = database.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + schema);
        }
        return new Room(connection, () -> database.execute("DROP SCHEMA " + schema + " CASCADE"));
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return PostgresqlDump.of(connection);
    }

    @BeforeAll
    void quiet() throws SQLException {
        database.execute("ALTER ROLE " + database.user() + " SET client_min_messages = error");
    }

    @AfterAll
    void close() throws SQLException {
        database.close();
    }
}
