package dev.switchback.startup.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.startup.MigrateOnStartup;
import dev.switchback.startup.StartedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With SmallRye's implementation, which is that of Quarkus and WildFly. */
final class MigrationsReadinessTest {

    @TempDir
    Path dir;

    /** One migration, which mode upgrade applies. */
    private StartedDatabase started(String mode, ConfigKey<?> key, String value) throws IOException {
        Path folder = Files.createDirectory(dir.resolve("migrations"));
        Files.writeString(folder.resolve("V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
        return MigrateOnStartup.start(Switchback.configure()
                .baseDir(dir)
                .engine("flyway")
                .databaseUrl("sqlite:///app.db")
                .set(ConfigKey.STARTUP_MODE, mode)
                .set(ConfigKey.STARTUP_CREATE_DATABASE, "true")
                .set(ConfigKey.HEALTH_CACHE, "0s")
                .set(key, value));
    }

    @Test
    void isUpAtHeadAndDownWhenSomethingIsPending() throws Exception {
        try (StartedDatabase database = started("upgrade", ConfigKey.HEALTH_TIMEOUT, "10s")) {
            MigrationsReadiness check = new MigrationsReadiness(database.health());

            HealthCheckResponse up = check.call();
            assertThat(up.getName()).isEqualTo("migrations");
            assertThat(up.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            assertThat(up.getData().orElseThrow()).containsEntry("current", "1").containsEntry("engine", "flyway");

            Files.writeString(dir.resolve("migrations/V2__two.sql"), "CREATE TABLE two (id INTEGER);\n");
            HealthCheckResponse down = check.call();
            assertThat(down.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(down.getData().orElseThrow()).containsEntry("status", "PENDING");
        }
    }

    @ParameterizedTest
    @CsvSource({"UP,UP", "OUT_OF_SERVICE,DOWN", "DOWN,DOWN"})
    void reportsWhatIsPendingAsTheSettingSays(String setting, HealthCheckResponse.Status status) throws Exception {
        try (StartedDatabase database = started("off", ConfigKey.HEALTH_PENDING_STATUS, setting)) {
            HealthCheckResponse answer = new MigrationsReadiness(database.health()).call();
            assertThat(answer.getStatus()).isEqualTo(status);
            assertThat(answer.getData().orElseThrow()).containsEntry("status", "PENDING");
        }
    }

    @Test
    void isUpAndSaysThatItDoesNotLookIfNoneIsWanted() throws Exception {
        try (StartedDatabase database = started("off", ConfigKey.HEALTH_ENABLED, "false")) {
            HealthCheckResponse answer = new MigrationsReadiness(database.health()).call();
            assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            assertThat(answer.getData()).contains(Map.of("enabled", false));
            assertThat(database.health().check().status()).isEqualTo(HealthStatus.PENDING);
        }
    }
}
