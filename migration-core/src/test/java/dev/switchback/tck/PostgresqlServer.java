package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL server of this JVM: started when it is first asked for, stopped when the JVM ends. */
final class PostgresqlServer {

    private static final String ADDRESS = "SWITCHBACK_TEST_POSTGRESQL_URL";
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

    /**
     * How a database is made there: by copying the files of one in which somebody has been, so that the first session in the
     * copy finds what that one has worked out of the catalog. To copy files is several times as quick as to go through the
     * log where nothing is flushed to the disk; before PostgreSQL 15 there is no other way and no name for it.
     */
    static String template() {
        return Holder.TEMPLATE;
    }

    private static final class Holder {
        static final TestServer SERVER =
                TestServer.named(ADDRESS).orElseGet(() -> DockerEngine.answers() ? container() : embedded());
        static final Administrator ADMINISTRATOR = new Administrator(() -> SERVER.administer("postgres"));
        static final String TEMPLATE = "TEMPLATE " + visited() + (version() < 15 ? "" : " STRATEGY file_copy");

        /** Nothing is left behind on a server that is there after the tests. */
        private static String visited() {
            if (System.getenv(ADDRESS) != null) {
                return "template0";
            }
            try {
                ADMINISTRATOR.run("CREATE DATABASE tck_template TEMPLATE template0");
                SERVER.run("tck_template", "SELECT 1");
                return "tck_template";
            } catch (SQLException e) {
                throw new IllegalStateException("no template on " + SERVER.source(), e);
            }
        }

        private static int version() {
            try (Connection connection = SERVER.administer("postgres")) {
                return connection.getMetaData().getDatabaseMajorVersion();
            } catch (SQLException e) {
                throw new IllegalStateException("no answer from " + SERVER.source(), e);
            }
        }
    }

    @SuppressWarnings("resource") // Testcontainers' reaper ends it with the JVM
    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
        container.withCommand(
                "postgres", "-c", "fsync=off", "-c", "scram_iterations=1", "-c", "max_connections=" + MOST_CONNECTIONS);
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
                // the password must be right, but nobody has to be kept from guessing it
                .setServerConfig("scram_iterations", "1")
                // what a crash of the whole machine leaves behind is PostgreSQL's business, not ours
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off");
    }

    @SuppressWarnings("resource") // it registers a shutdown hook
    private static TestServer embedded() {
        try {
            Path data = MemoryFolder.create("postgresql");
            // the server runs as somebody else if the tests run as root
            data.toFile().setExecutable(true, false);
            data.toFile().setReadable(true, false);
            EmbeddedPostgres server = builder().setDataDirectory(data).start();
            return new TestServer(
                    DatabaseKind.POSTGRESQL, "127.0.0.1", server.getPort(), ADMIN, "", "embedded binaries");
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL could be started for the tests", e);
        }
    }
}
