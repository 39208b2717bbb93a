package dev.switchback.api.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the credentials out of a server's JDBC URL and leaves the rest as it is. They may stand before the host, where
 * drivers do not look for them and print them in their errors, or in the query, which drivers print too.
 *
 * @param kind which database
 * @param defaultPort for what people are shown
 */
record JdbcServerUrlParser(DatabaseKind kind, int defaultPort) implements UrlParser {
    static final UrlParser POSTGRESQL = new JdbcServerUrlParser(DatabaseKind.POSTGRESQL, 5432);
    static final UrlParser MARIADB = new JdbcServerUrlParser(DatabaseKind.MARIADB, 3306);
    static final UrlParser MYSQL = new JdbcServerUrlParser(DatabaseKind.MYSQL, 3306);

    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern SHORT_FORM = Pattern.compile("[^/:@]*");
    /** The part of MariaDB's URLs that says how to choose a server. */
    private static final Pattern HA_MODE = Pattern.compile("([a-z-]{1,20}:)?");

    private static final Pattern ADDRESS_LIST =
            Pattern.compile("(address=(\\((host|port|type|sslmode)=[A-Za-z0-9._:\\[\\]-]+\\))+,?)+");
    /** Those that are commonly written without a value; without this list, half a password would pass for one. */
    private static final Set<String> FLAGS =
            Set.of("ssl", "usessl", "permitmysqlscheme", "allowpublickeyretrieval", "allowmultiqueries");

    @Override
    public UrlParts parse(String rest) {
        int slashes = rest.indexOf("//");
        String mode = slashes < 0 ? "" : rest.substring(0, slashes);
        if (slashes < 0 ? kind != DatabaseKind.POSTGRESQL : !isMode(mode)) {
            throw new MalformedValueException(
                    "there is no // after the name of the driver",
                    "write " + kind.jdbcPrefix() + "//host:" + defaultPort + "/database");
        }
        ServerUrl url = slashes < 0 ? shortForm(rest) : ServerUrl.split(rest.substring(slashes + 2));
        if (url.path().indexOf('@') >= 0) {
            url.requireNoLateAt();
        }
        Query query = Query.of(QueryParameter.parseAll(url.query()), Authority.credentials(url.authority()), kind);
        String jdbcUrl = kind.jdbcPrefix() + mode + "//" + hosts(url) + path(url) + query.suffix();
        return new UrlParts(
                kind, new ServerLocation(jdbcUrl, displayName(url)), query.credentials(), query.properties());
    }

    /** pgjdbc's {@code jdbc:postgresql:database}; more than a name would be a mistyped URL, and printed as a name. */
    private static ServerUrl shortForm(String rest) {
        ServerUrl url = ServerUrl.split("localhost/" + rest);
        if (!SHORT_FORM.matcher(url.path()).matches()) {
            throw new MalformedValueException(
                    "there is no // after the name of the driver, and more than the name of a database",
                    "write jdbc:postgresql://host:5432/database");
        }
        return url;
    }

    private boolean isMode(String mode) {
        return kind == DatabaseKind.POSTGRESQL
                ? mode.isEmpty()
                : HA_MODE.matcher(mode).matches();
    }

    private static String hosts(ServerUrl url) {
        return Authority.afterUserInfo(url.authority());
    }

    /** pgjdbc does not recognise its own URL without the slash. */
    private static String path(ServerUrl url) {
        return url.hasPath() ? "/" + url.path() : "/";
    }

    private String displayName(ServerUrl url) {
        String hosts = hosts(url);
        String shown = ADDRESS_LIST.matcher(hosts).matches()
                ? hosts
                : Authority.parse(hosts, defaultPort).hosts();
        String database =
                kind == DatabaseKind.POSTGRESQL ? Percent.decode(url.path(), "the database name") : url.path();
        return ServerLocation.display(Texts.requireVisible(database, "the database name"), shown);
    }

    /** The query, sorted into what the URL may keep and what it may not. */
    private record Query(UrlParts.Credentials credentials, Map<String, String> properties, List<String> kept) {
        static Query of(List<QueryParameter> parameters, UrlParts.Credentials inUserInfo, DatabaseKind kind) {
            UrlParts.Credentials credentials = inUserInfo;
            Map<String, String> properties = new LinkedHashMap<>();
            List<String> kept = new ArrayList<>();
            for (QueryParameter parameter : parameters) {
                requireUsable(parameter);
                String name = Texts.lower(parameter.name());
                if (name.equals("user")) {
                    credentials = credentials.withUser(
                            Texts.requireVisible(decoded(parameter, kind, "the user name"), "the user name"));
                } else if (name.equals("password")) {
                    credentials = credentials.withPassword(decoded(parameter, kind, "the password"));
                } else if (SecretNames.matches(name)) {
                    properties.put(parameter.name(), decoded(parameter, kind, "a password"));
                } else {
                    kept.add(parameter.raw());
                }
            }
            if (kind == DatabaseKind.MYSQL && kept.stream().noneMatch(Query::permitsMysql)) {
                // MariaDB's driver leaves jdbc:mysql: alone without it; MySQL's own driver does not mind
                kept.add("permitMysqlScheme=true");
            }
            return new Query(credentials, properties, kept);
        }

        private static boolean permitsMysql(String raw) {
            return raw.startsWith("permitMysqlScheme");
        }

        private static void requireUsable(QueryParameter parameter) {
            if (!PARAMETER_NAME.matcher(parameter.name()).matches()) {
                throw new MalformedValueException(
                        "the name of " + parameter.where() + " has a character that names do not have",
                        "percent-encode special characters of values (& is %26)");
            }
            DangerousKeys.refuse(parameter.name(), parameter.where());
            if (parameter.raw().indexOf('=') < 0 && !FLAGS.contains(Texts.lower(parameter.name()))) {
                throw new MalformedValueException(
                        parameter.where() + " has no value",
                        "write name=value, and percent-encode special characters of values (& is %26)");
            }
            Texts.requireVisible(parameter.raw(), parameter.where());
        }

        /** As the driver would: MariaDB's takes values as they stand, the others decode like an HTML form. */
        private static String decoded(QueryParameter parameter, DatabaseKind kind, String part) {
            return kind == DatabaseKind.MARIADB
                    ? parameter.value()
                    : Percent.decode(parameter.value().replace('+', ' '), part);
        }

        String suffix() {
            return kept.isEmpty() ? "" : "?" + String.join("&", kept);
        }
    }
}
