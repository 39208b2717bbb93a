package dev.switchback.startup.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same, and what happens on a bad night. */
public abstract class FaultyStartContract extends ServiceContract {

    /**
     * For the class that names a service.
     *
     * @param name the folder of the example
     * @param mainClass what is started
     */
    protected FaultyStartContract(String name, String mainClass) {
        super(name, mainClass);
    }

    @Test
    void threeReplicasStartTogetherAndMigrateOnce() throws Exception {
        List<Service> replicas = new ArrayList<>();
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder())) {
            for (int i = 0; i < 3; i++) {
                replicas.add(start(database, "flyway", "true", Map.of()));
            }
            int migrated = 0;
            for (Service replica : replicas) {
                assertThat(replica.get("/books").body()).contains("Emma", "Persuasion");
                migrated += replica.log().contains("applied 2 of 2 pending") ? 1 : 0;
            }
            assertThat(migrated).isEqualTo(1);
            assertThat(database.column("SELECT COUNT(*) FROM book")).containsExactly("2");
        } finally {
            replicas.forEach(Service::close);
        }
    }

    @Test
    void saysThatTheDatabaseIsDownAndEnds() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        String url = "postgres://app:hidden-word@127.0.0.1:" + nobody + "/shop";
        try (Service service = start(connected(url, "app", "hidden-word"), "flyway", "true", Map.of())) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.log())
                    .contains("the database cannot be reached", "UNAVAILABLE")
                    .doesNotContain("hidden-word");
        }
    }

    @Test
    void goesOnAfterItWasKilledInTheMiddleOfAMigration() throws Exception {
        Path slow = Files.createDirectory(folder().resolve("slow"));
        Path script = slow.resolve("V3__fill.sql");
        Files.writeString(script, """
                INSERT INTO book (id, title) VALUES (3, 'Sanditon');
                SELECT pg_sleep(60);
                """);
        int probes;
        try (ServerSocket free = new ServerSocket(0)) {
            probes = free.getLocalPort();
        }
        Map<String, String> more = Map.of(
                "SWITCHBACK_DIRS",
                "classpath:db/migration," + slow,
                "SWITCHBACK_STARTUP_PROBE_PORT",
                Integer.toString(probes));
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder())) {
            try (Service service = start(database, "flyway", "true", more)) {
                service.await(probes, "/livez", "applies V3__fill.sql (3 of 3)");
                service.await(probes, "/livez", "statement 2 (line 2)");
                assertThat(Service.get(probes, "/readyz").statusCode()).isEqualTo(503);
                service.kill();
            }
            assertThat(database.column("SELECT COUNT(*) FROM book")).containsExactly("2");

            Files.writeString(script, "INSERT INTO book (id, title) VALUES (3, 'Sanditon');\n");
            try (Service service = start(database, "flyway", "true", more)) {
                assertThat(service.get("/books").body()).contains("Sanditon");
                assertThat(service.log()).contains("applied 1 of 1 pending, now at 3");
            }
        }
    }
}
