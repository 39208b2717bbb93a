package dev.switchback.api.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Reads {@code //user:password@host:port/database?parameter=value}, the spelling that Heroku, SQLAlchemy, Prisma and
 * dbmate share.
 *
 * @param kind which database
 * @param jdbcPrefix of the driver that is used for it
 * @param defaultPort where the URL names none
 * @param parameters what may follow the question mark
 * @param databaseWriter how this driver wants the name of the database in a URL
 */
record ServerUrlParser(
        DatabaseKind kind,
        String jdbcPrefix,
        int defaultPort,
        ParameterTable parameters,
        UnaryOperator<String> databaseWriter)
        implements UrlParser {

    @Override
    public UrlParts parse(String rest) {
        if (!rest.startsWith("//")) {
            throw new MalformedValueException(
                    "there is no // after the scheme", "write scheme://user:password@host:port/database");
        }
        ServerUrl url = ServerUrl.split(rest.substring(2));
        url.requireNoLateAt();
        if (url.path().indexOf('/') >= 0) {
            throw new MalformedValueException(
                    "there is more than one / after the host", "write a / inside a name or a password as %2F");
        }
        Authority authority = Authority.parse(url.authority(), defaultPort);
        String database = Texts.requireVisible(Percent.decode(url.path(), "the database name"), "the database name");
        Location location = new ServerLocation(
                jdbcPrefix + "//" + authority.hosts() + "/" + databaseWriter.apply(database),
                ServerLocation.display(database, authority.hosts()));
        return withQuery(location, authority.credentials(), QueryParameter.parseAll(url.query()));
    }

    private UrlParts withQuery(Location location, UrlParts.Credentials inUserInfo, List<QueryParameter> query) {
        UrlParts.Credentials credentials = inUserInfo;
        List<QueryParameter> others = new ArrayList<>();
        for (QueryParameter parameter : query) {
            switch (Texts.lower(parameter.name())) {
                case "user" -> credentials = credentials.withUser(parameter.decodedValue());
                case "password" ->
                    credentials = credentials.withPassword(Percent.decode(parameter.value(), "the password"));
                default -> others.add(parameter);
            }
        }
        Map<String, String> properties = new LinkedHashMap<>(parameters.apply(others));
        return new UrlParts(kind, location, credentials, properties);
    }
}
