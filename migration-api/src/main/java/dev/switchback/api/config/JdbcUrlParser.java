package dev.switchback.api.config;

/** Reads what follows {@code jdbc:}; the drivers of SQLite and H2 have spellings of their own. */
final class JdbcUrlParser {
    private JdbcUrlParser() {}

    static UrlParts parse(String rest) {
        int colon = rest.indexOf(':');
        String subprotocol = colon < 0 ? "" : Texts.lower(rest.substring(0, colon));
        String after = rest.substring(colon + 1);
        return switch (subprotocol) {
            case "sqlite" -> SqliteUrlParser.parseJdbc(after);
            case "h2" -> H2UrlParser.parseJdbc(after);
            case "postgresql" -> JdbcServerUrlParser.POSTGRESQL.parse(after);
            case "mariadb" -> JdbcServerUrlParser.MARIADB.parse(after);
            case "mysql" -> JdbcServerUrlParser.MYSQL.parse(after);
            default ->
                throw new MalformedValueException(
                        "this JDBC URL is not of a supported database",
                        "use jdbc:sqlite:, jdbc:h2:, jdbc:postgresql:, jdbc:mariadb: or jdbc:mysql:");
        };
    }
}
