package dev.switchback.startup.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.tck.FreshDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same, and what happens on a bad night: with each engine on each database, behind the tag {@code faults}. */
public abstract class EveryFaultContract extends ServiceContract {

    private static final String THIRD_BOOK = "INSERT INTO book (id, title) VALUES (3, 'Sanditon');\n";

    /**
     * For the class that names a service.
     *
     * @param name the folder of the example
     * @param mainClass what is started
     */
    protected EveryFaultContract(String name, String mainClass) {
        super(name, mainClass);
    }

    @Tag("faults")
    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "flyway,postgresql", "liquibase,sqlite", "liquibase,postgresql"})
    void startsEverywhere(String engine, String product) throws Exception {
        starts(engine, product);
    }

    @Tag("faults")
    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "flyway,postgresql", "liquibase,sqlite", "liquibase,postgresql"})
    void verifiesEverywhere(String engine, String product) throws Exception {
        refusesWhatIsPending(engine, product);
    }

    @Tag("faults")
    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "flyway,postgresql", "liquibase,sqlite", "liquibase,postgresql"})
    void replicasMigrateOnceEverywhere(String engine, String product) throws Exception {
        threeReplicas(engine, product);
    }

    @Tag("faults")
    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void saysThatTheDatabaseIsDownWithEachEngine(String engine) throws Exception {
        withoutItsServer(engine);
    }

    @Tag("faults")
    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void saysThatTheFileIsNoDatabase(String engine) throws Exception {
        Path file = folder().resolve("broken.db");
        Files.writeString(file, "no database, and as long as the first page of one would be. ".repeat(100));
        byte[] before = Files.readAllBytes(file);
        try (Service service = start(connected("sqlite:///" + file, "", ""), engine, "true", Map.of())) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.log()).contains("Migrations: ", "UNAVAILABLE", "next: ");
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Tag("faults")
    @ParameterizedTest
    @CsvSource({"flyway,sqlite", "flyway,postgresql", "liquibase,sqlite", "liquibase,postgresql"})
    void goesOnAfterAKillEverywhere(String engine, String product) throws Exception {
        killedInTheMiddle(engine, product);
    }

    /** Three at once: one migrates, all serve. */
    protected final void threeReplicas(String engine, String product) throws Exception {
        List<Service> replicas = new ArrayList<>();
        try (FreshDatabase database = fresh(product)) {
            for (int i = 0; i < 3; i++) {
                replicas.add(start(database, engine, "true", Map.of()));
            }
            int migrated = 0;
            for (Service replica : replicas) {
                assertThat(replica.get("/books").body()).contains("Emma", "Persuasion");
                assertThat(replica.get(readiness()).statusCode()).isEqualTo(200);
                migrated += replica.log().contains("applied 2 of 2 pending") ? 1 : 0;
            }
            assertThat(migrated).isEqualTo(1);
            assertThat(database.column("SELECT COUNT(*) FROM book")).containsExactly("2");
        } finally {
            replicas.forEach(Service::close);
        }
    }

    /** Nobody listens where its database should be. */
    protected final void withoutItsServer(String engine) throws Exception {
        String url = "postgres://app:hidden-word@127.0.0.1:" + freePort() + "/shop";
        try (Service service = start(connected(url, "app", "hidden-word"), engine, "true", Map.of())) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.log())
                    .contains("the database cannot be reached", "UNAVAILABLE")
                    .doesNotContain("hidden-word");
        }
    }

    /** Killed while a statement runs: the next start does what was left, and nothing twice. */
    protected final void killedInTheMiddle(String engine, String product) throws Exception {
        Path slow = Files.createDirectory(folder().resolve("slow"));
        Path script = slow.resolve("V3__fill.sql");
        Files.writeString(script, THIRD_BOOK + endless(product));
        int probes = freePort();
        Map<String, String> more = Map.of(
                "SWITCHBACK_DIRS",
                "classpath:db/migration," + slow,
                "SWITCHBACK_STARTUP_PROBE_PORT",
                Integer.toString(probes));
        try (FreshDatabase database = fresh(product)) {
            try (Service service = start(database, engine, "true", more)) {
                service.await(probes, "/livez", "applies V3__fill.sql (3 of 3)");
                service.await(probes, "/livez", "statement 2 of 2 (line 2)");
                assertThat(Service.get(probes, "/livez").statusCode()).isEqualTo(200);
                assertThat(Service.get(probes, "/readyz").statusCode()).isEqualTo(503);
                service.kill();
            }
            assertThat(database.column("SELECT COUNT(*) FROM book")).containsExactly("2");

            Files.writeString(script, THIRD_BOOK);
            try (Service service = start(database, engine, "true", more)) {
                assertThat(service.get("/books").body()).contains("Sanditon");
                assertThat(service.get(readiness()).statusCode()).isEqualTo(200);
                assertThat(service.log()).contains("applied 1 of 1 pending, now at 3");
            }
            assertThat(database.column("SELECT COUNT(*) FROM book")).containsExactly("3");
        }
    }

    /**
     * SIGTERM, where the framework waits for the end of a start: one waits for its turn, and gives up; the other lets its
     * migration come to its end, and begins no other.
     */
    protected final void toldToEnd(String engine) throws Exception {
        Path slow = Files.createDirectory(folder().resolve("slow"));
        Files.writeString(
                slow.resolve("V3__slow.sql"), "CREATE TABLE slow (i INTEGER);\nSELECT pg_advisory_xact_lock(4711);\n");
        Files.writeString(slow.resolve("V4__later.sql"), "CREATE TABLE later (i INTEGER);\n");
        int probes = freePort();
        Map<String, String> more =
                Map.of("SWITCHBACK_DIRS", "classpath:db/migration," + slow, "SWITCHBACK_DDL_LOCK_TIMEOUT", "0s");
        Map<String, String> withProbes = new HashMap<>(more);
        withProbes.put("SWITCHBACK_STARTUP_PROBE_PORT", Integer.toString(probes));
        try (FreshDatabase database = fresh("postgresql");
                Connection gate = database.dataSource().getConnection();
                Service runs = start(database, engine, "true", withProbes)) {
            gate.createStatement().execute("SELECT pg_advisory_lock(4711)");
            runs.await(probes, "/livez", "applies V3__slow.sql (3 of 4)");
            runs.await(probes, "/livez", "statement 2 of 2");
            try (Service waits = start(database, engine, "true", more)) {
                waits.awaitLog("waits for another process that migrates");
                waits.terminate();
                assertThat(waits.exitCode()).isEqualTo(143);
                assertThat(waits.log()).contains("Migrations: the process is told to end: waits no longer", "LOCKED");
            }
            runs.terminate();
            runs.awaitLog("Migrations: the process is told to end: begins no migration after this one");
            assertThat(Service.get(probes, "/livez").body()).contains("applies V3__slow.sql (3 of 4)");
            gate.createStatement().execute("SELECT pg_advisory_unlock(4711)");
            assertThat(runs.exitCode()).isEqualTo(143);
            assertThat(runs.log()).contains("stopped on request, between two migrations");
            assertThat(database.tables()).contains("slow").doesNotContain("later");

            try (Service again = start(database, engine, "true", more)) {
                assertThat(again.get(readiness()).statusCode()).isEqualTo(200);
                assertThat(again.log()).contains("applied 1 of 1 pending, now at 4");
            }
        }
    }

    /** A statement that nobody sees the end of. */
    private static String endless(String product) {
        return product.equals("postgresql")
                ? "SELECT pg_sleep(120);\n"
                : "SELECT (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000000000)"
                        + " SELECT MAX(i) FROM n);\n";
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
