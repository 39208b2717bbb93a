package dev.switchback.tck;

import dev.switchback.api.config.DatabaseUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A pgbouncer in front of a test database: it lends a server session for one transaction, as most of them do. */
public final class TransactionPooler implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    /** What the pooler calls the database beside its real name. */
    private static final String ALIAS = "called_otherwise";

    private final Process process;
    private final FreshDatabase database;
    private final int port;

    private TransactionPooler(Process process, FreshDatabase database, int port) {
        this.process = process;
        this.database = database;
        this.port = port;
    }

    /** The program, if it is installed here. */
    public static Optional<Path> program() {
        return Stream.of(
                        "/usr/sbin/pgbouncer",
                        "/usr/bin/pgbouncer",
                        "/usr/local/bin/pgbouncer",
                        "/opt/homebrew/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it with the settings that it comes with.
     *
     * @param database the database behind it, a PostgreSQL
     * @param folder an empty folder
     * @param poolSize how many server sessions it has
     * @return the pooler, to be closed by the caller
     * @throws IOException if it does not start
     * @throws InterruptedException if this thread is to end
     */
    public static TransactionPooler start(FreshDatabase database, Path folder, int poolSize)
            throws IOException, InterruptedException {
        URI address = URI.create(DatabaseUrl.parse(database.url()).jdbcUrl().substring("jdbc:".length()));
        int port = freePort();
        Path users = folder.resolve("users.txt");
        Files.writeString(users, "\"" + database.user() + "\" \"" + database.password() + "\"\n");
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, """
                        [databases]
                        %s = host=%s port=%d dbname=%s
                        * = host=%2$s port=%3$d
                        [pgbouncer]
                        listen_addr = 127.0.0.1
                        listen_port = %d
                        unix_socket_dir =
                        auth_type = trust
                        auth_file = %s
                        pool_mode = transaction
                        default_pool_size = %d
                        """.formatted(
                        ALIAS, address.getHost(), address.getPort(), database.user(), port, users, poolSize));
        for (Path readable : List.of(folder, users, settings)) {
            readable.toFile().setReadable(true, false);
            readable.toFile().setExecutable(true, false);
        }
        Process process = new ProcessBuilder(command(settings))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        TransactionPooler pooler = new TransactionPooler(process, database, port);
        pooler.awaitStart(folder.resolve("log"));
        return pooler;
    }

    private static List<String> command(Path settings) {
        List<String> command = new ArrayList<>();
        command.add(program().orElseThrow().toString());
        if ("root".equals(System.getProperty("user.name"))) {
            // it refuses to be root
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IOException("pgbouncer does not start:\n" + Files.readString(log), e);
                }
                Thread.sleep(50);
            }
        }
    }

    /** The database through the pooler, as a user of Switchback writes it. */
    public String url() {
        return url(database.user());
    }

    /** The same by another name, which only the pooler knows. */
    public String aliasUrl() {
        return url(ALIAS);
    }

    private String url(String name) {
        return "postgres://" + database.user() + ":" + database.password() + "@127.0.0.1:" + port + "/" + name;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
