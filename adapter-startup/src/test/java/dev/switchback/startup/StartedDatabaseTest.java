package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.PendingMigrationsException;
import dev.switchback.api.health.HealthStatus;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StartedDatabaseTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void givesAPoolOfTheMigratedDatabaseAndClosesIt(String engine) throws Exception {
        Application application = Application.in(dir, engine);

        StartedDatabase database =
                MigrateOnStartup.start(application.upgrading().set(ConfigKey.POOL_SIZE, "3"));
        try (database;
                Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute("INSERT INTO book (id, title) VALUES (1, 'x')");
            assertThat(database.dataSource().unwrap(HikariDataSource.class).getMaximumPoolSize())
                    .isEqualTo(3);
            assertThat(database.health().check().status()).isEqualTo(HealthStatus.UP);
            assertThat(database.result().summary()).contains("applied 2 of 2");
            assertThat(database.migrations().status().upToDate()).isTrue();
            assertThat(database.probePort()).isEmpty();
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.dataSource().getConnection());
    }

    @Test
    void theHealthIsThatOfTheFilesAsTheyAreNow() throws Exception {
        Application application = Application.in(dir, "flyway");
        try (StartedDatabase database =
                MigrateOnStartup.start(application.upgrading().set(ConfigKey.HEALTH_CACHE, "0s"))) {
            assertThat(database.health().check().details())
                    .containsEntry("engine", "flyway")
                    .containsEntry("current", "2")
                    .containsEntry("head", "2")
                    .containsEntry("pending", "0");

            application.write("V3__more.sql", "CREATE TABLE more (id INTEGER);\n");

            assertThat(database.health().check().status()).isEqualTo(HealthStatus.PENDING);
            assertThat(database.health().check().details())
                    .containsEntry("head", "3")
                    .containsEntry("pending", "1");
        }
    }

    @Test
    void keepsNothingOpenWhenTheStartFails() throws Exception {
        Application application = Application.in(dir, "flyway");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThatExceptionOfType(PendingMigrationsException.class)
                .isThrownBy(() -> MigrateOnStartup.start(
                        application.mode("verify").set(ConfigKey.STARTUP_PROBE_PORT, Integer.toString(port))));

        try (ServerSocket again = new ServerSocket(port)) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void refusesADatabaseThatWouldBeGoneAfterTheStart() throws Exception {
        Application application = Application.in(dir, "flyway");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> MigrateOnStartup.start(application.upgrading().databaseUrl("sqlite:///:memory:")))
                .withMessageContaining("in memory");
    }
}
