package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL server of this JVM: started when it is first asked for, stopped when the JVM ends. */
final class PostgresqlServer {

    private static final String ADMIN = "postgres";
    private static final int MOST_CONNECTIONS = 300;

    private PostgresqlServer() {}

    /** The server. */
    static TestServer running() {
        return Holder.SERVER;
    }

    /** Who makes databases there, and drops them. */
    static Administrator administrator() {
        return Holder.ADMINISTRATOR;
    }

    private static final class Holder {
        static final TestServer SERVER = TestServer.named("SWITCHBACK_TEST_POSTGRESQL_URL")
                .orElseGet(() -> DockerEngine.answers() ? container() : embedded());
        static final Administrator ADMINISTRATOR = new Administrator(() -> SERVER.administer("postgres"));
    }

    @SuppressWarnings("resource") // Testcontainers' reaper ends it with the JVM
    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
        container.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + MOST_CONNECTIONS);
        container.start();
        return new TestServer(
                DatabaseKind.POSTGRESQL,
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword(),
                "a container");
    }

    /** A server of its own, which ends with the JVM. */
    static EmbeddedPostgres.Builder builder() throws IOException {
        Path rules = Files.createTempFile("switchback-pg-hba", ".conf");
        rules.toFile().deleteOnExit();
        rules.toFile().setReadable(true, false);
        // everybody but the administrator needs the right password, as in production
        Files.writeString(rules, """
                        host all postgres 127.0.0.1/32 trust
                        host all all      127.0.0.1/32 scram-sha-256
                        """);
        return EmbeddedPostgres.builder()
                .setServerConfig("hba_file", rules.toString())
                .setServerConfig("max_connections", String.valueOf(MOST_CONNECTIONS))
                .setServerConfig("shared_buffers", "64MB")
                // what a crash of the whole machine leaves behind is PostgreSQL's business, not ours
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off");
    }

    @SuppressWarnings("resource") // it registers a shutdown hook
    private static TestServer embedded() {
        try {
            EmbeddedPostgres server = builder().start();
            return new TestServer(
                    DatabaseKind.POSTGRESQL, "127.0.0.1", server.getPort(), ADMIN, "", "embedded binaries");
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL could be started for the tests", e);
        }
    }
}
