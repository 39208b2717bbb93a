package dev.switchback.tck;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A PostgreSQL server of its own that can be turned into a replica: restarted with {@code standby.signal}, it is in
 * recovery for ever, as a streaming replica is. Not thread-safe.
 */
public final class PostgresqlStandby implements AutoCloseable {

    private static final String USER = "app";
    private static final String PASSWORD = "standby-Pa55word";

    private final Path data;
    private Optional<EmbeddedPostgres> running;
    private final int port;

    private PostgresqlStandby(Path data, EmbeddedPostgres running) {
        this.data = data;
        this.running = Optional.of(running);
        this.port = running.getPort();
    }

    /**
     * Starts a server that can still be written.
     *
     * @param folder an empty folder for its data
     * @return the server, to be closed by the caller
     * @throws IOException if it does not start
     * @throws SQLException if it does not work
     */
    public static PostgresqlStandby start(Path folder) throws IOException, SQLException {
        // the server runs as somebody else if the tests run as root
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        PostgresqlStandby server = new PostgresqlStandby(
                folder,
                PostgresqlServer.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .start());
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE " + USER + " OWNER " + USER);
        }
        return server;
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Its address as a user of Switchback writes it. */
    public String url() {
        return "postgres://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port + "/" + USER;
    }

    /**
     * Restarts it as a replica, on the same port.
     *
     * @throws IOException if it does not start again
     */
    public void becomeReplica() throws IOException {
        stop();
        Files.createFile(data.resolve("standby.signal"));
        start();
    }

    /**
     * Stops it, as an administrator does: sessions are ended.
     *
     * @throws IOException if it does not stop
     */
    public void stop() throws IOException {
        if (running.isPresent()) {
            running.get().close();
            running = Optional.empty();
        }
    }

    /**
     * Starts it again, on the same port.
     *
     * @throws IOException if it does not start
     */
    public void start() throws IOException {
        running = Optional.of(PostgresqlServer.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start());
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
