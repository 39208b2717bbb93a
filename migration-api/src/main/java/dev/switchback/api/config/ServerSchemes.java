package dev.switchback.api.config;

import java.util.Map;
import java.util.function.UnaryOperator;

/** What the URLs of PostgreSQL, MariaDB and MySQL may say, and its translation into the words of the drivers. */
final class ServerSchemes {
    private static final String SECONDS = "whole seconds";

    private static final ParameterTable POSTGRESQL_PARAMETERS = ParameterTable.builder()
            .choose(
                    "sslmode",
                    "sslmode",
                    Map.of(
                            "disable", "disable",
                            "allow", "allow",
                            "prefer", "prefer",
                            "require", "require",
                            "verify-ca", "verify-ca",
                            "verify-full", "verify-full"))
            .pass("sslrootcert", "sslcert", "sslkey", "sslpassword", "options", "currentSchema", "ApplicationName")
            .rename("search_path", "currentSchema")
            .rename("schema", "currentSchema")
            .rename("application_name", "ApplicationName")
            .rename("channel_binding", "channelBinding")
            .rename("gssencmode", "gssEncMode")
            .convert("connect_timeout", "connectTimeout", ServerSchemes::wholeNumber, SECONDS)
            .convert("connectTimeout", "connectTimeout", ServerSchemes::wholeNumber, SECONDS)
            .convert("socketTimeout", "socketTimeout", ServerSchemes::wholeNumber, SECONDS)
            .choose(
                    "target_session_attrs",
                    "targetServerType",
                    Map.of(
                            "any", "any",
                            "read-write", "primary",
                            "primary", "primary",
                            "read-only", "secondary",
                            "standby", "secondary",
                            "prefer-standby", "preferSecondary"))
            // named statements live in one server session, which a transaction pooler gives to somebody else
            .flag("pgbouncer", "prepareThreshold", "0")
            .ignore("connection_limit", "pool_timeout")
            .refuse(
                    "host",
                    "puts the host, or a socket, into the query; the driver cannot use Unix sockets",
                    "write postgresql://user:password@localhost:5432/database")
            .refuse(
                    "ssl",
                    "means something else in every tool",
                    "write sslmode=require (encrypted) or sslmode=verify-full (and the right server)")
            .refuse("port", "puts the port into the query", "write it after the host")
            .refuse("socket", "names a Unix socket, which the driver cannot use", "connect to localhost:5432")
            .build();

    private static final Map<String, String> MARIADB_SSL_MODES = Map.of(
            "disable", "disable",
            "disabled", "disable",
            "trust", "trust",
            "require", "trust",
            "required", "trust",
            "verify-ca", "verify-ca",
            "verify-full", "verify-full",
            "verify-identity", "verify-full");

    private static final ParameterTable MARIADB_PARAMETERS = ParameterTable.builder()
            // "preferred" is missing on purpose: the driver would either insist on TLS or never use it
            .choose("sslmode", "sslMode", MARIADB_SSL_MODES)
            .choose("ssl-mode", "sslMode", MARIADB_SSL_MODES)
            .choose("ssl_mode", "sslMode", MARIADB_SSL_MODES)
            .rename("ssl_ca", "serverSslCert")
            .rename("sslrootcert", "serverSslCert")
            .pass("serverSslCert", "allowPublicKeyRetrieval", "sessionVariables")
            .convert("connect_timeout", "connectTimeout", ServerSchemes::milliseconds, SECONDS)
            .convert("connectTimeout", "connectTimeout", ServerSchemes::wholeNumber, "whole milliseconds")
            .convert("socketTimeout", "socketTimeout", ServerSchemes::wholeNumber, "whole milliseconds")
            .ignore("charset", "connection_limit", "pool_timeout")
            .refuse("socket", "names a Unix socket, which the driver cannot use", "connect to 127.0.0.1:3306")
            .refuse("unix_socket", "names a Unix socket, which the driver cannot use", "connect to 127.0.0.1:3306")
            .build();

    static final UrlParser POSTGRESQL =
            server(DatabaseKind.POSTGRESQL, DatabaseKind.POSTGRESQL.jdbcPrefix(), 5432, POSTGRESQL_PARAMETERS);
    static final UrlParser MARIADB =
            server(DatabaseKind.MARIADB, DatabaseKind.MARIADB.jdbcPrefix(), 3306, MARIADB_PARAMETERS);
    static final UrlParser MYSQL =
            server(DatabaseKind.MYSQL, DatabaseKind.MARIADB.jdbcPrefix(), 3306, MARIADB_PARAMETERS);

    private ServerSchemes() {}

    private static UrlParser server(DatabaseKind kind, String jdbcPrefix, int port, ParameterTable parameters) {
        // pgjdbc decodes the name (a plus sign is a space to it); MariaDB's driver takes it as it stands
        UnaryOperator<String> writer = kind == DatabaseKind.POSTGRESQL
                ? database -> Percent.encode(database, "")
                : ServerSchemes::requireNoQuestionMark;
        return new ServerUrlParser(kind, jdbcPrefix, port, parameters, writer);
    }

    private static String requireNoQuestionMark(String database) {
        if (database.indexOf('?') >= 0) {
            throw new MalformedValueException(
                    "the database name contains a ?, which the driver cannot be given", "rename the database");
        }
        return database;
    }

    private static String wholeNumber(String text) {
        return Integer.toString(requireNotNegative(Integer.parseInt(text)));
    }

    private static String milliseconds(String seconds) {
        return Integer.toString(Math.multiplyExact(requireNotNegative(Integer.parseInt(seconds)), 1000));
    }

    private static int requireNotNegative(int number) {
        if (number < 0) {
            throw new IllegalArgumentException();
        }
        return number;
    }
}
