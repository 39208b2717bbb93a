package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.config.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A database server that runs, and somebody who may create databases and users on it.
 *
 * @param kind what it is
 * @param host where it listens
 * @param port where it listens
 * @param admin the administrator
 * @param adminPassword the administrator's password
 * @param source where it comes from, for messages
 */
record TestServer(DatabaseKind kind, String host, int port, String admin, String adminPassword, String source) {

    /** The one that the environment names, if it names one: {@code SWITCHBACK_TEST_<KIND>_URL}. */
    static Optional<TestServer> named(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(TestServer::parse);
    }

    private static TestServer parse(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        java.net.URI address =
                java.net.URI.create(url.jdbcUrl().substring("jdbc:".length()).replaceFirst("^([a-z]+)://", "$1://"));
        return new TestServer(
                url.kind(),
                address.getHost(),
                address.getPort(),
                url.user().orElse(""),
                url.password().map(Secret::reveal).orElse(""),
                "the environment");
    }

    String jdbcUrl(String database) {
        String scheme = kind == DatabaseKind.POSTGRESQL ? "postgresql" : "mariadb";
        return "jdbc:" + scheme + "://" + host + ":" + port + "/" + database
                + (kind == DatabaseKind.MYSQL ? "?permitMysqlScheme&allowPublicKeyRetrieval=true" : "");
    }

    /** The same address as a user of Switchback writes it. */
    String url(String database, String user, String password) {
        String scheme = kind == DatabaseKind.POSTGRESQL ? "postgres" : kind == DatabaseKind.MYSQL ? "mysql" : "mariadb";
        return scheme + "://" + user + ":" + password + "@" + host + ":" + port + "/" + database
                + (kind == DatabaseKind.MYSQL ? "?allowPublicKeyRetrieval=true" : "");
    }

    Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user, password);
    }

    /** As the administrator. */
    Connection administer(String database) throws SQLException {
        return connect(database, admin, adminPassword);
    }

    /** Runs statements as the administrator, each for itself. */
    void run(String database, String... statements) throws SQLException {
        try (Connection connection = administer(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
