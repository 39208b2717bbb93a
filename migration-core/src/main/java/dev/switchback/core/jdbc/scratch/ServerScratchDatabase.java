package dev.switchback.core.jdbc.scratch;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.core.jdbc.UrlConnections;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database of its own on a server. Its name tells when it was made, so that a leftover is known. */
final class ServerScratchDatabase implements ScratchDatabase {

    private static final String PREFIX = "switchback_scratch_";
    private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]+)_[0-9a-f]+");

    /** No command takes so long; what is older was left by a process that died. */
    private static final Duration LONG = Duration.ofHours(1);

    private final DatabaseUrl server;
    private final String name;
    private final Optional<String> schema;
    private final Duration timeout;

    private ServerScratchDatabase(DatabaseUrl server, String name, Optional<String> schema, Duration timeout) {
        this.server = server;
        this.name = name;
        this.schema = schema;
        this.timeout = timeout;
    }

    static ServerScratchDatabase create(Database live, DatabaseUrl server, Clock clock, Duration timeout)
            throws SQLException {
        Instant now = clock.instant();
        String name = PREFIX + now.getEpochSecond() + "_"
                + UUID.randomUUID().toString().substring(0, 8);
        boolean postgresql = server.kind() == DatabaseKind.POSTGRESQL;
        Optional<String> schema = postgresql ? live.inspect(c -> Optional.ofNullable(c.getSchema())) : Optional.empty();
        String options = postgresql ? " TEMPLATE template0" : live.read(ServerScratchDatabase::charset);
        try (UrlConnections admin = new UrlConnections(server, timeout);
                Connection connection = admin.open();
                Statement statement = connection.createStatement()) {
            removeLeftovers(statement, server.kind(), now);
            statement.execute("CREATE DATABASE " + name + options);
        }
        ServerScratchDatabase scratch = new ServerScratchDatabase(server, name, schema, timeout);
        scratch.createSchema();
        return scratch;
    }

    /** What a table has that does not name its own. */
    private static String charset(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@character_set_database, @@collation_database")) {
            row.next();
            return " CHARACTER SET " + row.getString(1) + " COLLATE " + row.getString(2);
        }
    }

    private void createSchema() throws SQLException {
        if (schema.isEmpty()) {
            return;
        }
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema.get().replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private static void removeLeftovers(Statement statement, DatabaseKind kind, Instant now) throws SQLException {
        List<String> old = new ArrayList<>();
        String all = kind == DatabaseKind.POSTGRESQL
                ? "SELECT datname FROM pg_catalog.pg_database"
                : "SELECT schema_name FROM information_schema.schemata";
        try (ResultSet rows = statement.executeQuery(all)) {
            while (rows.next()) {
                Matcher matcher = NAME.matcher(rows.getString(1));
                if (matcher.matches()
                        && Instant.ofEpochSecond(Long.parseLong(matcher.group(1)))
                                .plus(LONG)
                                .isBefore(now)) {
                    old.add(matcher.group());
                }
            }
        }
        for (String name : old) {
            drop(statement, kind, name);
        }
    }

    /** Another process may do the same at the same time, or the leftover be somebody else's. */
    private static void drop(Statement statement, DatabaseKind kind, String name) {
        try {
            statement.execute(
                    "DROP DATABASE IF EXISTS " + name + (kind == DatabaseKind.POSTGRESQL ? " WITH (FORCE)" : ""));
        } catch (SQLException e) {
            // left to a later run
        }
    }

    private Connection open() throws SQLException {
        // nothing is kept open by a source of single connections, so there is nothing to close
        return new UrlConnections(server.withDatabase(name), timeout).open();
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = open();
        if (schema.isPresent()) {
            connection.setSchema(schema.get());
        }
        return connection;
    }

    @Override
    public void close() {
        try (UrlConnections admin = new UrlConnections(server, timeout);
                Connection connection = admin.open();
                Statement statement = connection.createStatement()) {
            drop(statement, server.kind(), name);
        } catch (SQLException e) {
            // left to a later run
        }
    }
}
