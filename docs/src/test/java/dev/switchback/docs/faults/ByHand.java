package dev.switchback.docs.faults;

import dev.switchback.tck.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a person does to the schema, with a connection of his own. */
final class ByHand implements AutoCloseable {

    private final Connection connection;

    ByHand(FreshDatabase database) throws SQLException {
        this.connection = database.connection();
    }

    void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Makes the schema of one version that of another one. */
    void move(int from, int to) throws SQLException {
        for (int version = from + 1; version <= to; version++) {
            run(Model.up(version));
        }
        for (int version = from; version > to; version--) {
            run(Model.down(version));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
