package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockConnectionTest {

    private static final int MINUTE = 60_000;

    @TempDir
    Path dir;

    /** Also one that is as long as ours; it goes back to the pool as it came. */
    @Test
    void aLimitOfTheApplicationsOwnStays() throws SQLException {
        try (FreshDatabase database = new PostgresqlDatabase().fresh(dir);
                Connection connection = database.connection()) {
            LockConnection lock = new LockConnection(connection, new AnswerLimit(Duration.ofMillis(MINUTE)));
            connection.setNetworkTimeout(Runnable::run, MINUTE);
            lock.limited().lift();
            assertThat(connection.getNetworkTimeout()).isEqualTo(MINUTE);

            connection.setNetworkTimeout(Runnable::run, 0);
            assertThat(lock.limited().getNetworkTimeout()).isEqualTo(MINUTE);
            lock.lift();
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }
}
