package dev.switchback.startup.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service without a framework as one file, in which the classes of all its libraries are side by side. */
final class ShadedJarTest {

    @TempDir
    static Path shared;

    private static Example example = new Example(Path.of(""), "");
    private static Path jar = Path.of("");

    @TempDir
    Path folder;

    @BeforeAll
    static void packageIt() throws Exception {
        example = Example.compile("java-service", "shop.ShopService", Files.createDirectory(shared.resolve("classes")));
        jar = OneJar.shaded(example, shared, true);
    }

    @ParameterizedTest
    @CsvSource("flyway,sqlite")
    void findsItsMigrationsAndItsEngine(String engine, String product) throws Exception {
        start(engine, product);
    }

    @Tag("faults")
    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "liquibase,postgresql", "flyway,postgresql", "liquibase,sqlite"})
    void findsThemEverywhere(String engine, String product) throws Exception {
        start(engine, product);
    }

    private void start(String engine, String product) throws Exception {
        TestDatabase kind = product.equals("sqlite") ? new SqliteDatabase() : new PostgresqlDatabase();
        try (FreshDatabase database = kind.fresh(folder)) {
            try (Service service = Example.startJar(jar, folder, variables(database.url(), engine, "true"))) {
                assertThat(service.get("/books").body()).contains("Emma", "Persuasion");
                assertThat(service.get("/health").body()).contains("UP", engine);
                assertThat(service.log()).contains("applied 2 of 2 pending, now at 2");
            }
            // the same files with the same checksums as where nothing is packed
            try (Service service = example.start(folder, variables(database.url(), engine, "verify"))) {
                assertThat(service.get("/books").body()).contains("Emma", "Persuasion");
                assertThat(service.log()).contains("nothing is pending, at 2");
            }
        }
    }

    @Tag("faults")
    @Test
    void saysWhatToMergeIfOnlyOneOfTheListsOfEnginesIsLeft() throws Exception {
        Path unmerged = OneJar.shaded(example, folder, false);
        // whichever list came first, the other engine is not found
        String log = "";
        for (String engine : new String[] {"flyway", "liquibase"}) {
            try (Service service =
                    Example.startJar(unmerged, folder, variables("sqlite:///shop.db", engine, "verify"))) {
                assertThat(service.exitCode()).isEqualTo(1);
                log += service.log();
            }
        }
        assertThat(log).contains("on the class path; found: ", "META-INF/services");
    }

    private static Map<String, String> variables(String url, String engine, String mode) {
        return new HashMap<>(Map.of(
                "DATABASE_URL",
                url,
                "PORT",
                "0",
                "SWITCHBACK_DIRS",
                "classpath:db/migration",
                "SWITCHBACK_STARTUP_CREATE_DATABASE",
                "true",
                "SWITCHBACK_ENGINE",
                engine,
                "AUTO_MIGRATE_ON_STARTUP",
                mode));
    }
}
