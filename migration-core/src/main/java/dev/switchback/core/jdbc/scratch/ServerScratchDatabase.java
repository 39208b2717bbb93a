package dev.switchback.core.jdbc.scratch;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.core.jdbc.UrlConnections;
import dev.switchback.core.jdbc.inspect.MariadbSchemaInspector;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A database of its own on a server. Its name tells when it was made; its {@link ScratchOwner} tells that it is in use. */
final class ServerScratchDatabase implements ScratchDatabase {

    /** The driver sets it when it has connected, so the server does not know it as a setting to go back to. */
    private static final String APPLICATION = "ApplicationName";

    private final DatabaseUrl server;
    private final String name;
    private final ScratchOwner owner;
    private final Optional<String> schema;
    private final Duration timeout;

    /** In which nothing has run but what makes the schema. */
    private Optional<Connection> unused = Optional.empty();

    /** In which no script of anybody else has run. */
    private Optional<Connection> own = Optional.empty();

    private ServerScratchDatabase(
            DatabaseUrl server, String name, ScratchOwner owner, Optional<String> schema, Duration timeout) {
        this.server = server;
        this.name = name;
        this.owner = owner;
        this.schema = schema;
        this.timeout = timeout;
    }

    /**
     * Makes one.
     *
     * @param live the database of the migrations
     * @param server where to make it
     * @param other whether the server is to be another database than the live one
     */
    static ServerScratchDatabase create(Database live, DatabaseUrl server, boolean other, Clock clock, Duration timeout)
            throws SQLException {
        boolean postgresql = server.kind() == DatabaseKind.POSTGRESQL;
        Optional<String> schema = postgresql ? live.inspect(c -> Optional.ofNullable(c.getSchema())) : Optional.empty();
        String options = postgresql ? " TEMPLATE template0" : " " + live.read(MariadbSchemaInspector::charset);
        String name = ScratchOwner.PREFIX + clock.instant().getEpochSecond() + "_"
                + UUID.randomUUID().toString().substring(0, 8);
        // nothing is kept open by a source of single connections, so there is nothing to close
        ScratchOwner owner = new ScratchOwner(new UrlConnections(server, timeout).open(), server.kind());
        ServerScratchDatabase scratch = new ServerScratchDatabase(server, name, owner, schema, timeout);
        try {
            if (other) {
                refuse(live, server, owner);
            }
            owner.claim(name);
            owner.removeLeftovers();
            scratch.createDatabase(options);
            scratch.createSchema();
            return scratch;
        } catch (SQLException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** A server has many addresses: the database itself is asked where it is. */
    private static void refuse(Database live, DatabaseUrl server, ScratchOwner owner) throws SQLException {
        String here = live.read(c -> ScratchOwner.place(c, server.kind()));
        if (here.equals(ScratchOwner.place(owner.connection(), server.kind()))) {
            throw isLive(server);
        }
    }

    static ConfigurationException isLive(DatabaseUrl server) {
        return new ConfigurationException(
                "scratch-url",
                server.displayName() + " is the database of the migrations itself",
                "name another database of that server, or leave scratch-url out to use the server");
    }

    private void createDatabase(String options) throws SQLException {
        try (Statement statement = owner.connection().createStatement()) {
            statement.execute("CREATE DATABASE " + name + options);
        } catch (SQLException e) {
            if (owner.isNotAllowed(e)) {
                throw new ConfigurationException(
                        "scratch-url",
                        "no scratch database can be made on " + server.displayName()
                                + ": the user has no right to create databases",
                        "let an administrator run: " + owner.grant()
                                + "; or name another server of the same kind and version with scratch-url");
            }
            throw e;
        }
    }

    private void createSchema() throws SQLException {
        if (schema.isEmpty()) {
            return;
        }
        Connection connection = open();
        unused = Optional.of(connection);
        execute(connection, "CREATE SCHEMA IF NOT EXISTS \"" + schema.get().replace("\"", "\"\"") + "\"");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        return new UrlConnections(server.withDatabase(name), timeout).open();
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = unused.isPresent() ? unused.get() : open();
        unused = Optional.empty();
        if (schema.isPresent()) {
            connection.setSchema(schema.get());
        }
        return connection;
    }

    @Override
    public <T> T work(Work<T> work) throws SQLException {
        if (server.kind() != DatabaseKind.POSTGRESQL) {
            return ScratchDatabase.super.work(work);
        }
        Connection connection = own.isPresent() ? own.get() : connect();
        own = Optional.empty();
        try {
            T result = work.on(connection);
            putBack(connection);
            own = Optional.of(connection);
            return result;
        } finally {
            if (own.isEmpty()) {
                close(connection);
            }
        }
    }

    /** As it was when it was opened. */
    private void putBack(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        String application = connection.getClientInfo(APPLICATION);
        execute(connection, "DISCARD ALL");
        connection.setClientInfo(APPLICATION, application);
        if (schema.isPresent()) {
            connection.setSchema(schema.get());
        }
    }

    /** With a new session if that of the owner was cut; what is left then has no owner any more, and a later run has it. */
    @Override
    public void close() {
        unused.ifPresent(ServerScratchDatabase::close);
        own.ifPresent(ServerScratchDatabase::close);
        boolean dropped = owner.drop(name);
        try {
            owner.connection().close();
            if (!dropped) {
                try (Connection connection = new UrlConnections(server, timeout).open()) {
                    new ScratchOwner(connection, server.kind()).drop(name);
                }
            }
        } catch (SQLException e) {
            // left to a later run
        }
    }

    private static void close(Connection session) {
        try {
            session.close();
        } catch (SQLException e) {
            // the server ends it with the database
        }
    }
}
