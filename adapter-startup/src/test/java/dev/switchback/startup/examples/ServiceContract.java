package dev.switchback.startup.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every service of the examples does when it starts. */
public abstract class ServiceContract {

    private final String name;
    private final String mainClass;

    @TempDir
    Path folder;

    private Example example;

    /**
     * For the class that names a service.
     *
     * @param name the folder of the example
     * @param mainClass what is started
     */
    protected ServiceContract(String name, String mainClass) {
        this.name = name;
        this.mainClass = mainClass;
        this.example = new Example(Path.of(name), mainClass);
    }

    /** The variables that lead it to a database. */
    protected abstract Map<String, String> connected(String url, String user, String password);

    /** Where it tells its readiness. */
    protected abstract String readiness();

    @BeforeEach
    final void compile() throws IOException {
        example = Example.compile(name, mainClass, Files.createDirectory(folder.resolve("classes")));
    }

    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "liquibase,postgresql"})
    void startsMigratesAndServes(String engine, String product) throws Exception {
        starts(engine, product);
    }

    @Test
    void doesNotStartInModeVerifyWhileSomethingIsPending() throws Exception {
        refusesWhatIsPending("flyway", "postgresql");
    }

    /** On an empty database. */
    protected final void starts(String engine, String product) throws Exception {
        try (FreshDatabase database = fresh(product);
                Service service = start(database, engine, "true", Map.of())) {
            assertThat(service.get("/books").body()).contains("Emma", "Persuasion");
            assertThat(service.get(readiness()).statusCode()).isEqualTo(200);
            assertThat(service.get(readiness()).body()).contains("UP", engine);
            assertThat(service.log())
                    .contains("applied 2 of 2 pending, now at 2")
                    .doesNotContain(database.password());
        }
    }

    /** On a database that is not at head, in mode {@code verify}. */
    protected final void refusesWhatIsPending(String engine, String product) throws Exception {
        try (FreshDatabase database = fresh(product);
                Service service = start(database, engine, "verify", Map.of())) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.log())
                    .contains(
                            "ERROR",
                            "2 migrations are not applied: V1__create_book.sql, V2__first_books.sql",
                            "next: have them applied");
            assertThat(database.tables()).isEmpty();
        }
    }

    /** A database of a kind, which nobody else uses. */
    protected final FreshDatabase fresh(String product) {
        TestDatabase kind = product.equals("sqlite") ? new SqliteDatabase() : new PostgresqlDatabase();
        return kind.fresh(folder);
    }

    /** Its start on a database. */
    protected final Service start(FreshDatabase database, String engine, String mode, Map<String, String> more)
            throws IOException {
        return start(connected(database.url(), database.user(), database.password()), engine, mode, more);
    }

    /** Its start where some variables lead. */
    protected final Service start(Map<String, String> connected, String engine, String mode, Map<String, String> more)
            throws IOException {
        Map<String, String> environment = new HashMap<>(connected);
        environment.put("SWITCHBACK_ENGINE", engine);
        environment.put("AUTO_MIGRATE_ON_STARTUP", mode);
        environment.put("SWITCHBACK_DIRS", "classpath:db/migration");
        environment.putAll(more);
        return example.start(folder, environment);
    }

    /** A folder for the files of a test. */
    protected final Path folder() {
        return folder;
    }
}
