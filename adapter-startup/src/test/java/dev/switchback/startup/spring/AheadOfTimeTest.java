package dev.switchback.startup.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.startup.examples.Example;
import dev.switchback.startup.examples.Service;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service whose beans were worked out when it was built ({@code process-aot}), on the JVM. */
@Tag("faults")
final class AheadOfTimeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void migratesAndServes(String engine) throws Exception {
        Example example = Example.compile(
                "spring-service", "shop.ShopApplication", Files.createDirectory(folder.resolve("classes")));
        Example processed = example.processedAheadOfTime(Files.createDirectory(folder.resolve("aot")));
        try (FreshDatabase database = new SqliteDatabase().fresh(folder)) {
            Map<String, String> variables =
                    new HashMap<>(SpringVariables.of(database.url(), database.user(), database.password()));
            variables.put("SWITCHBACK_ENGINE", engine);
            variables.put("AUTO_MIGRATE_ON_STARTUP", "true");
            variables.put("JAVA_TOOL_OPTIONS", "-Dspring.aot.enabled=true");
            try (Service service = processed.start(folder, variables)) {
                assertThat(service.get("/books").body()).contains("Emma", "Persuasion");
                assertThat(service.get("/actuator/health/readiness").body()).contains("UP", engine);
                assertThat(service.get("/actuator/migrations").body()).contains("V1__create_book.sql");
                assertThat(service.log()).contains("AOT-processed", "applied 2 of 2 pending, now at 2");
            }
        }
    }
}
