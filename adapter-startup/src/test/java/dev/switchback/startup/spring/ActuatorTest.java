package dev.switchback.startup.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Health, the endpoint and the meters of an application that serves. */
final class ActuatorTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void showsTheMigrationsWithTheirStates(String engine) throws Exception {
        try (ConfigurableApplicationContext shop =
                SpringStart.bare(engine, "upgrade").serve()) {
            HttpResponse<String> health = get(shop, "/actuator/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body())
                    .containsPattern(migrations("UP"))
                    .contains("\"current\":\"2\"", "\"engine\":\"" + engine + "\"");

            HttpResponse<String> migrations = get(shop, "/actuator/migrations");
            assertThat(migrations.statusCode()).isEqualTo(200);
            assertThat(migrations.body())
                    .contains(
                            "\"health\":\"UP\"",
                            "\"pending\":0",
                            "\"script\":\"V1__create_book.sql\",\"state\":\"APPLIED\"",
                            "\"installedRank\":2");
        }
    }

    @Test
    void isOutOfServiceWhileSomethingIsPendingAndDownWhenItIsWrong() throws Exception {
        Files.writeString(folder.resolve("V1__create_book.sql"), "CREATE TABLE book (id BIGINT, title VARCHAR(9));\n");
        SpringStart start = SpringStart.bare("flyway", "upgrade")
                .with("switchback.dirs", folder.toString())
                .with("switchback.health.cache", "0s");
        try (ConfigurableApplicationContext shop = start.serve()) {
            assertThat(get(shop, "/actuator/health").statusCode()).isEqualTo(200);

            Files.writeString(folder.resolve("V2__more.sql"), "CREATE TABLE more (id BIGINT);\n");
            assertThat(get(shop, "/actuator/health").body())
                    .containsPattern(migrations("OUT_OF_SERVICE"))
                    .contains("\"status\":\"PENDING\"");
            assertThat(get(shop, "/actuator/health").statusCode()).isEqualTo(503);

            Files.writeString(folder.resolve("V1__create_book.sql"), "CREATE TABLE edited (id BIGINT);\n");
            assertThat(get(shop, "/actuator/health").body())
                    .containsPattern(migrations("DOWN"))
                    .contains("\"status\":\"INVALID\"", "V1__create_book.sql");
            assertThat(get(shop, "/actuator/migrations").body()).contains("\"kind\":\"CHANGED\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"out_of_service,OUT_OF_SERVICE,503", "down,DOWN,503", "UP,UP,200"})
    void reportsWhatIsPendingAsTheSettingSays(String setting, String status, int code) throws Exception {
        Files.writeString(folder.resolve("V1__create_book.sql"), "CREATE TABLE book (id BIGINT, title VARCHAR(9));\n");
        SpringStart start = SpringStart.bare("flyway", "off")
                .with("switchback.dirs", folder.toString())
                .with("switchback.health.pending-status", setting);
        try (ConfigurableApplicationContext shop = start.serve()) {
            HttpResponse<String> health = get(shop, "/actuator/health");
            assertThat(health.body()).containsPattern(migrations(status)).contains("\"status\":\"PENDING\"");
            assertThat(health.statusCode()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no"})
    void hasNoHealthIndicatorIfNoneIsWantedAndThePlainCheckWorks(String setting) throws Exception {
        SpringStart start = SpringStart.bare("flyway", "off").with("switchback.health.enabled", setting);
        try (ConfigurableApplicationContext shop = start.serve()) {
            HttpResponse<String> health = get(shop, "/actuator/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).doesNotContain("\"migrations\"");
            assertThat(shop.getBean(MigrationHealth.class).check().status()).isEqualTo(HealthStatus.PENDING);
        }
    }

    @Test
    void saysThatTheDatabaseIsAwayInsteadOfFailing() throws Exception {
        SpringStart start = SpringStart.bare("flyway", "off")
                .with("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/shop")
                .with("spring.datasource.hikari.connection-timeout", "250");
        try (ConfigurableApplicationContext shop = start.serve()) {
            HttpResponse<String> migrations = get(shop, "/actuator/migrations");
            assertThat(migrations.statusCode()).isEqualTo(200);
            assertThat(migrations.body()).contains("\"health\":\"UNREACHABLE\"", "\"next\":");
            assertThat(get(shop, "/actuator/health").body())
                    .containsPattern(migrations("DOWN"))
                    .contains("\"status\":\"UNREACHABLE\"");
        }
    }

    @Test
    void waitsForADatabaseThatDoesNotAnswerNoLongerThanTheHealthDoes() throws Exception {
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder)) {
            SpringStart start = SpringStart.bare("flyway", "upgrade")
                    .with("switchback.url", database.url())
                    .with("switchback.health.timeout", "300ms");
            try (ConfigurableApplicationContext shop = start.serve();
                    Connection other = database.dataSource().getConnection()) {
                assertThat(get(shop, "/actuator/migrations").body()).contains("\"health\":\"UP\"");
                other.setAutoCommit(false);
                other.createStatement().execute("LOCK TABLE flyway_schema_history IN ACCESS EXCLUSIVE MODE");

                long before = System.nanoTime();
                HttpResponse<String> migrations = get(shop, "/actuator/migrations");

                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
                assertThat(migrations.statusCode()).isEqualTo(200);
                assertThat(migrations.body())
                        .contains(
                                "\"health\":\"UNREACHABLE\"",
                                "\"message\":\"the database: no answer within 300 ms\"",
                                "\"next\":");
                other.rollback();
            }
        }
    }

    @Test
    void countsWhatTheStartDid() {
        try (ConfigurableApplicationContext shop =
                SpringStart.bare("flyway", "upgrade").serve()) {
            MeterRegistry meters = shop.getBean(MeterRegistry.class);

            assertThat(meters.get("switchback.migrations.applied")
                            .functionCounter()
                            .count())
                    .isEqualTo(2);
            assertThat(meters.get("switchback.migrations.failed")
                            .functionCounter()
                            .count())
                    .isZero();
            assertThat(meters.get("switchback.migrations.pending").gauge().value())
                    .isZero();
            assertThat(meters.get("switchback.health").gauge().value()).isEqualTo(1);
            assertThat(meters.get("switchback.migration.duration").timer().count())
                    .isEqualTo(2);
            assertThat(meters.get("switchback.lock.wait").timeGauge().value()).isNotNegative();
        }
    }

    @Test
    void theServerTakesOverThePortOfTheProbes() throws Exception {
        String port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = Integer.toString(free.getLocalPort());
        }
        SpringStart start = SpringStart.bare("flyway", "upgrade")
                .with("switchback.startup.probe-port", port)
                .with("management.endpoint.health.probes.enabled", "true")
                .with("management.endpoint.health.probes.add-additional-paths", "true")
                .with("management.endpoint.health.group.readiness.include", "readinessState,migrations");
        try (ConfigurableApplicationContext shop = start.serveOn(port)) {
            assertThat(get(shop, "/livez").statusCode()).isEqualTo(200);
            assertThat(get(shop, "/readyz").body()).containsPattern(migrations("UP"));
        }
    }

    /** The indicator with its status, which the one line writes before the details and the other behind them. */
    private static String migrations(String status) {
        return "\"migrations\":\\{(\"details\":\\{[^}]*\\},)?\"status\":\"" + status + "\"";
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext shop, String path)
            throws IOException, InterruptedException {
        String port = Objects.requireNonNull(shop.getEnvironment().getProperty("local.server.port"));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
