package dev.switchback.startup.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.startup.MigrateOnStartup;
import dev.switchback.startup.StartedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With SmallRye's implementation, which is that of Quarkus and WildFly. */
final class MigrationsReadinessTest {

    @TempDir
    Path dir;

    @Test
    void isUpAtHeadAndDownWhenSomethingIsPending() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("migrations"));
        Files.writeString(folder.resolve("V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
        try (StartedDatabase database = MigrateOnStartup.start(Switchback.configure()
                .baseDir(dir)
                .engine("flyway")
                .databaseUrl("sqlite:///app.db")
                .set(ConfigKey.STARTUP_MODE, "upgrade")
                .set(ConfigKey.STARTUP_CREATE_DATABASE, "true")
                .set(ConfigKey.HEALTH_CACHE, "0s"))) {
            MigrationsReadiness check = new MigrationsReadiness(database.health());

            HealthCheckResponse up = check.call();
            assertThat(up.getName()).isEqualTo("migrations");
            assertThat(up.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            assertThat(up.getData().orElseThrow()).containsEntry("current", "1").containsEntry("engine", "flyway");

            Files.writeString(folder.resolve("V2__two.sql"), "CREATE TABLE two (id INTEGER);\n");
            HealthCheckResponse down = check.call();
            assertThat(down.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(down.getData().orElseThrow()).containsEntry("status", "PENDING");
        }
    }
}
