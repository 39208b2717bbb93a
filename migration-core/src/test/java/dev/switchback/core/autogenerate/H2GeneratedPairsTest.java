package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.H2Ddl;
import dev.switchback.core.jdbc.inspect.H2SchemaInspector;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

/** On H2, in memory: a database is gone with its connection. */
final class H2GeneratedPairsTest extends GeneratedPairsContract {

    private final Map<Integer, Connection> connections = new TreeMap<>();

    H2GeneratedPairsTest() {
        super(new H2SchemaInspector(), new H2Ddl(), false);
    }

    @Override
    protected Connection empty(int place) throws SQLException {
        Connection old = connections.put(place, DriverManager.getConnection("jdbc:h2:mem:"));
        if (old != null) {
            old.close();
        }
        return connections.get(place);
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return H2Dump.of(connection);
    }

    @Override
    protected GeneratedPair pair(Random random) {
        return GeneratedPair.of(random, GeneratedH2Schema::from);
    }

    /** H2 has states of its own for nulls in a column that gets required, and for what it cannot compute. */
    @Override
    protected boolean isOfRows(SQLException e) {
        return super.isOfRows(e) || List.of("90081", "HYC00").contains(e.getSQLState());
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
