package dev.switchback.startup.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.startup.examples.Example;
import dev.switchback.startup.examples.OneJar;
import dev.switchback.startup.examples.Service;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as the file that Spring Boot's plugins make: its migrations and its engine are in jars in a jar. */
final class ExecutableJarTest {

    private static final List<String> SCRIPTS = List.of("V1__create_book.sql", "V2__first_books.sql");

    @TempDir
    static Path shared;

    private static Example example = new Example(Path.of(""), "");
    private static Path jar = Path.of("");

    @TempDir
    Path folder;

    @BeforeAll
    static void packageIt() throws Exception {
        example = Example.compile(
                "spring-service", "shop.ShopApplication", Files.createDirectory(shared.resolve("classes")));
        jar = OneJar.executable(example, shared);
    }

    @ParameterizedTest
    @CsvSource("liquibase,sqlite")
    void findsItsMigrationsAndItsEngine(String engine, String product) throws Exception {
        try (FreshDatabase database = fresh(product)) {
            start(database, engine);
        }
    }

    @Tag("faults")
    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "liquibase,sqlite", "flyway,postgresql", "liquibase,postgresql"})
    void recordsWhatAnUnpackedServiceAccepts(String engine, String product) throws Exception {
        try (FreshDatabase database = fresh(product)) {
            start(database, engine);
            try (Service service = example.start(folder, variables(database, engine, "verify"))) {
                assertThat(service.get("/books").body()).contains("Emma", "Persuasion");
                assertThat(service.log()).contains("nothing is pending, at 2");
            }
        }
    }

    private void start(FreshDatabase database, String engine) throws Exception {
        try (Service service = Example.startJar(jar, folder, variables(database, engine, "true"))) {
            assertThat(service.get("/books").body()).contains("Emma", "Persuasion");
            assertThat(service.get("/actuator/health/readiness").body()).contains("UP", engine);
            assertThat(service.log()).contains("applied 2 of 2 pending, now at 2");
        }
        assertThat(database.column(
                        engine.equals("flyway")
                                ? "SELECT script FROM flyway_schema_history ORDER BY installed_rank"
                                : "SELECT filename FROM databasechangelog ORDER BY orderexecuted"))
                .isEqualTo(SCRIPTS);
    }

    private FreshDatabase fresh(String product) {
        TestDatabase kind = product.equals("sqlite") ? new SqliteDatabase() : new PostgresqlDatabase();
        return kind.fresh(folder);
    }

    private static Map<String, String> variables(FreshDatabase database, String engine, String mode) {
        Map<String, String> variables =
                new HashMap<>(SpringVariables.of(database.url(), database.user(), database.password()));
        variables.put("SWITCHBACK_ENGINE", engine);
        variables.put("AUTO_MIGRATE_ON_STARTUP", mode);
        return variables;
    }
}
