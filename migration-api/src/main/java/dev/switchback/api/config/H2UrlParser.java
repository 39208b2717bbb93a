package dev.switchback.api.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads {@code mem:name}, {@code file:./path}, {@code ./path} and {@code tcp://host/path}, each with
 * {@code ;NAME=value} after it. Paths are taken as they are written; H2 decodes nothing.
 *
 * @see <a href="https://www.h2database.com/html/features.html#database_url">H2: database URLs</a>
 */
final class H2UrlParser {
    private static final int PORT = 9092;
    private static final Pattern MEMORY_NAME = Pattern.compile("[A-Za-z0-9_.$-]*");
    private static final Pattern EXPLICIT_PATH =
            Pattern.compile("(\\.{1,2}[/\\\\]|~[/\\\\]|[/\\\\]|[A-Za-z]:[/\\\\]).*");

    private H2UrlParser() {}

    /** What follows {@code h2:}. */
    static UrlParts parseUrl(String rest) {
        return parse(rest, true);
    }

    /** What follows {@code jdbc:h2:}, where H2 itself judges settings that we do not know. */
    static UrlParts parseJdbc(String rest) {
        return parse(rest, false);
    }

    private static UrlParts parse(String rest, boolean onlyKnown) {
        int semicolon = rest.indexOf(';');
        String where = semicolon < 0 ? rest : rest.substring(0, semicolon);
        H2Settings settings = H2Settings.parse(semicolon < 0 ? "" : rest.substring(semicolon + 1), onlyKnown);
        if (where.indexOf('?') >= 0) {
            throw new MalformedValueException(
                    "there is a ? in the H2 URL", "write settings as h2:./app;NAME=value;NAME=value");
        }
        int colon = where.indexOf(':');
        String type = colon < 0 ? "" : Texts.lower(where.substring(0, colon));
        String after = where.substring(colon + 1);
        return switch (type) {
            case "mem" -> memory(after, settings);
            case "tcp", "ssl" -> server(type, after, settings);
            case "file" -> parts(file(after, settings), settings.credentials());
            default -> parts(file(where, settings), settings.credentials());
        };
    }

    private static UrlParts memory(String name, H2Settings settings) {
        if (!MEMORY_NAME.matcher(name).matches()) {
            throw new MalformedValueException(
                    "the name of the in-memory database has a character other than letters, digits and . _ $ -",
                    "write h2:mem:name");
        }
        Location location =
                new MemoryLocation(DatabaseKind.H2.jdbcPrefix() + "mem:" + name + settings.suffix(), "mem:" + name);
        return parts(location, settings.credentials());
    }

    private static Location file(String path, H2Settings settings) {
        if (!EXPLICIT_PATH.matcher(path).matches()) {
            throw new MalformedValueException(
                    "the H2 URL names neither mem:, file: nor tcp:, nor a path that begins with ./, ~/ or /",
                    "write h2:mem:name, h2:./app, h2:/var/app or h2:tcp://host/app");
        }
        Path file = FileLocation.path(Texts.requireVisible(path, "the path of the database file"));
        return new FileLocation(DatabaseKind.H2.jdbcPrefix(), home(file), settings.suffix(), FileLocation.Style.H2);
    }

    /** H2 expands the tilde by itself, but then nobody else would know the file. */
    private static Path home(Path file) {
        return file.startsWith("~")
                ? Path.of(System.getProperty("user.home", "")).resolve(file.subpath(1, file.getNameCount()))
                : file;
    }

    private static UrlParts server(String type, String after, H2Settings settings) {
        ServerUrl url = ServerUrl.split(after.startsWith("//") ? after.substring(2) : after);
        url.requireNoLateAt();
        Authority authority = Authority.parse(url.authority(), PORT);
        String path = Texts.requireVisible(url.path(), "the path of the database");
        UrlParts.Credentials credentials = settings.credentials();
        if (!authority.credentials().equals(UrlParts.Credentials.NONE)) {
            if (!credentials.equals(UrlParts.Credentials.NONE)) {
                throw new MalformedValueException("user and password are given twice", "keep one of the two");
            }
            credentials = authority.credentials();
        }
        String jdbcUrl =
                DatabaseKind.H2.jdbcPrefix() + type + "://" + authority.hosts() + "/" + path + settings.suffix();
        return parts(new ServerLocation(jdbcUrl, ServerLocation.display(path, authority.hosts())), credentials);
    }

    private static UrlParts parts(Location location, UrlParts.Credentials credentials) {
        return new UrlParts(DatabaseKind.H2, location, credentials, Map.of());
    }
}
