package dev.switchback.api.config;

import java.util.Set;
import java.util.regex.Pattern;

/** Finds the parser for a scheme, and loads no other. */
final class DatabaseUrlParser {
    private static final Set<String> NOT_YET = Set.of(
            "sqlserver", "mssql", "oracle", "db2", "cockroachdb", "clickhouse", "snowflake", "redshift", "mongodb");

    /** SQLAlchemy names its Python driver after a plus sign; it means nothing here. */
    private static final Pattern PYTHON_DRIVER = Pattern.compile("\\+[a-z0-9_]{1,20}");

    /** Far more than any real URL; it bounds the work of the patterns. */
    private static final int MAX_LENGTH = 4096;

    private DatabaseUrlParser() {}

    static UrlParts parse(String given) {
        String url = Texts.requireVisible(given.strip(), "the URL");
        if (url.isEmpty()) {
            throw new MalformedValueException("the URL is empty", "write sqlite:///app.db, for example");
        }
        if (url.length() > MAX_LENGTH) {
            throw new MalformedValueException(
                    "the URL is longer than " + MAX_LENGTH + " characters", "is it really a URL?");
        }
        if (url.startsWith("\"") || url.startsWith("'")) {
            throw new MalformedValueException("the URL begins with a quote", "remove the quotes around it");
        }
        int colon = url.indexOf(':');
        String scheme = withoutDriver(colon < 0 ? "" : Texts.lower(url.substring(0, colon)));
        String rest = url.substring(colon + 1);
        return switch (scheme) {
            case "postgres", "postgresql" -> ServerSchemes.POSTGRESQL.parse(rest);
            case "mysql", "mysql2" -> ServerSchemes.MYSQL.parse(rest);
            case "mariadb" -> ServerSchemes.MARIADB.parse(rest);
            case "sqlite", "sqlite3" -> SqliteUrlParser.parseUrl(rest);
            case "file" -> SqliteUrlParser.parseFile(rest);
            case "h2" -> H2UrlParser.parseUrl(rest);
            case "jdbc" -> JdbcUrlParser.parse(rest);
            default -> throw unknown(scheme);
        };
    }

    private static MalformedValueException unknown(String scheme) {
        return new MalformedValueException(
                NOT_YET.contains(scheme)
                        ? "the database of this URL is not supported yet"
                        : "the URL does not begin with a scheme that we know",
                "use sqlite:, h2:, postgresql:, mariadb:, mysql: or jdbc:");
    }

    private static String withoutDriver(String scheme) {
        int plus = scheme.indexOf('+');
        boolean driver =
                plus > 0 && PYTHON_DRIVER.matcher(scheme.substring(plus)).matches();
        return driver ? scheme.substring(0, plus) : scheme;
    }
}
