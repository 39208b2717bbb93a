package dev.switchback.api.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the spellings of a SQLite database: {@code sqlite:///relative.db} and {@code sqlite:////absolute.db} of
 * SQLAlchemy, {@code sqlite:relative.db} of dbmate, {@code file:./dev.db} of Prisma and SQLite's own
 * {@code file:app.db?mode=ro}.
 *
 * @see <a href="https://www.sqlite.org/uri.html">SQLite: URI filenames</a>
 */
final class SqliteUrlParser {
    private static final String MEMORY = ":memory:";
    private static final String FILE = "file:";
    private static final String PATH = "the path of the database file";
    /** These work only if the file name is a URI. */
    private static final Set<String> URI_PARAMETERS = Set.of("mode", "cache", "immutable");

    /** What may follow a question mark, which is rare: loaded when one is there. */
    private static final class Known {
        // the driver takes what it does not know for a part of the file name, so nothing unknown may pass
        static final ParameterTable PARAMETERS = ParameterTable.builder()
                .choose("mode", "mode", Map.of("ro", "ro", "rw", "rw", "rwc", "rwc", "memory", "memory"))
                .choose("cache", "cache", Map.of("shared", "shared", "private", "private"))
                .flag("immutable", "immutable", "1")
                .pass("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "cache_size", "locking_mode")
                .pass("temp_store", "page_size", "encoding", "mmap_size", "secure_delete", "recursive_triggers")
                .pass("defer_foreign_keys", "legacy_alter_table", "wal_autocheckpoint", "journal_size_limit")
                .pass("case_sensitive_like", "automatic_index", "read_uncommitted", "transaction_mode")
                .pass("date_class", "date_precision", "date_string_format", "hexkey_mode", "jdbc.explicit_readonly")
                .ignore("uri", "check_same_thread", "connection_limit", "pool_timeout", "socket_timeout")
                .build();

        private Known() {}
    }

    private SqliteUrlParser() {}

    /** What follows {@code sqlite:} or {@code sqlite3:}. */
    static UrlParts parseUrl(String rest) {
        if (!rest.startsWith("//")) {
            return parse(rest, false);
        }
        String path = rest.substring(2);
        if (path.isEmpty() || path.equals("/")) {
            return memory(MEMORY, Split.of(""));
        }
        if (!path.startsWith("/")) {
            throw new MalformedValueException(
                    "a SQLite URL has no host",
                    "write sqlite:///app.db for a relative path (three slashes), sqlite:////var/app.db for an"
                            + " absolute one (four)");
        }
        return parse(path.substring(1), true);
    }

    /** What follows {@code file:}, which SQLite itself decodes. */
    static UrlParts parseFile(String rest) {
        return parse(FILE + rest, true);
    }

    /** What follows {@code jdbc:sqlite:}. */
    static UrlParts parseJdbc(String rest) {
        return rest.isEmpty() ? memory(MEMORY, Split.of("")) : parse(rest, false);
    }

    private static UrlParts parse(String text, boolean decode) {
        Split split = Split.of(text);
        if (split.path().equals(MEMORY)) {
            return memory(MEMORY, split);
        }
        boolean uri = split.path().startsWith(FILE);
        String path = uri ? withoutEmptyHost(split.path().substring(FILE.length())) : split.path();
        if (uri && (path.equals(MEMORY) || "memory".equals(split.uriParameters().get("mode")))) {
            return memory(FILE + path + split.uriQuery(), split);
        }
        String decoded = decode || uri ? Percent.decode(path, PATH) : path;
        if (decoded.startsWith(":") || decoded.startsWith(FILE)) {
            // sqlite-jdbc would download what :resource: names
            throw new MalformedValueException(
                    PATH + " begins with a colon or with file:", "write :memory: or the path of a file");
        }
        Path file = FileLocation.path(Texts.requireVisible(decoded, PATH));
        boolean asUri = !split.uriParameters().isEmpty();
        return split.parts(new FileLocation(
                DatabaseKind.SQLITE.jdbcPrefix() + (asUri ? FILE : ""),
                file,
                split.uriQuery(),
                asUri ? FileLocation.Style.SQLITE_URI : FileLocation.Style.SQLITE));
    }

    private static String withoutEmptyHost(String path) {
        if (!path.startsWith("//")) {
            return path;
        }
        if (!path.startsWith("///")) {
            throw new MalformedValueException("a SQLite URL has no host", "write file:app.db or file:///var/app.db");
        }
        return path.substring(2);
    }

    private static UrlParts memory(String name, Split split) {
        return split.parts(new MemoryLocation(DatabaseKind.SQLITE.jdbcPrefix() + name, MEMORY));
    }

    /** The path, and what followed the question mark. */
    private record Split(
            String path,
            UrlParts.Credentials credentials,
            Map<String, String> uriParameters,
            Map<String, String> pragmas) {

        static Split of(String text) {
            int question = text.indexOf('?');
            UrlParts.Credentials credentials = UrlParts.Credentials.NONE;
            List<QueryParameter> others = new ArrayList<>();
            for (QueryParameter parameter : QueryParameter.parseAll(question < 0 ? "" : text.substring(question + 1))) {
                if (Texts.lower(parameter.name()).equals("password")) {
                    credentials = credentials.withPassword(Percent.decode(parameter.value(), "the password"));
                } else {
                    others.add(parameter);
                }
            }
            Map<String, String> uri =
                    others.isEmpty() ? new TreeMap<>() : new TreeMap<>(Known.PARAMETERS.apply(others));
            Map<String, String> pragmas = new TreeMap<>(uri);
            uri.keySet().retainAll(URI_PARAMETERS);
            pragmas.keySet().removeAll(URI_PARAMETERS);
            return new Split(question < 0 ? text : text.substring(0, question), credentials, uri, pragmas);
        }

        String uriQuery() {
            StringBuilder query = new StringBuilder();
            for (Map.Entry<String, String> parameter : uriParameters.entrySet()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.getKey())
                        .append('=')
                        .append(parameter.getValue());
            }
            return query.toString();
        }

        UrlParts parts(Location location) {
            return new UrlParts(DatabaseKind.SQLITE, location, credentials, pragmas);
        }
    }
}
