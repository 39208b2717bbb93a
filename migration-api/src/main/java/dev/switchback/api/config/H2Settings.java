package dev.switchback.api.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What follows the first semicolon of an H2 URL. H2 takes a backslash for an escape, even inside a name, and folds
 * names in a way that turns a dotless i into an I; so {@code INIT} can be hidden in several ways. Hence names are
 * unescaped first and may then be nothing but ASCII.
 */
record H2Settings(UrlParts.Credentials credentials, List<String> kept) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_ ]+");
    private static final Set<String> KNOWN = Set.of(
            "ACCESS_MODE_DATA",
            "ALLOW_LITERALS",
            "AUTO_RECONNECT",
            "AUTO_SERVER",
            "AUTO_SERVER_PORT",
            "CACHE_SIZE",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "CIPHER",
            "COLLATION",
            "COMPRESS",
            "DATABASE_TO_LOWER",
            "DATABASE_TO_UPPER",
            "DB_CLOSE_DELAY",
            "DB_CLOSE_ON_EXIT",
            "DEFAULT_LOCK_TIMEOUT",
            "DEFAULT_NULL_ORDERING",
            "FILE_LOCK",
            "FORBID_CREATION",
            "IFEXISTS",
            "IGNORECASE",
            "LAZY_QUERY_EXECUTION",
            "LOCK_TIMEOUT",
            "MODE",
            "NON_KEYWORDS",
            "OPEN_NEW",
            "PASSWORD_HASH",
            "QUERY_TIMEOUT",
            "REFERENTIAL_INTEGRITY",
            "SCHEMA",
            "SCHEMA_SEARCH_PATH",
            "TIME ZONE",
            "TRACE_LEVEL_FILE",
            "TRACE_LEVEL_SYSTEM_OUT",
            "WRITE_DELAY");

    static H2Settings parse(String text, boolean onlyKnown) {
        UrlParts.Credentials credentials = UrlParts.Credentials.NONE;
        List<String> kept = new ArrayList<>();
        List<String> items = split(text);
        for (int i = 0; i < items.size(); i++) {
            String where = "setting " + (i + 1) + " of the H2 URL";
            String setting = unescape(items.get(i));
            String name = name(setting, where);
            String value = setting.substring(setting.indexOf('=') + 1);
            switch (name) {
                case "" -> {} // ";;", which H2 skips too
                case "USER" -> credentials = credentials.withUser(Texts.requireVisible(value, "the user name"));
                case "PASSWORD" -> credentials = credentials.withPassword(value);
                default -> {
                    requireHarmless(name, value, where);
                    requireKnown(name, where, onlyKnown);
                    kept.add(items.get(i));
                }
            }
        }
        return new H2Settings(credentials, List.copyOf(kept));
    }

    private static String name(String setting, String where) {
        if (setting.isBlank()) {
            return "";
        }
        int equals = setting.indexOf('=');
        if (equals < 0 || !NAME.matcher(setting.substring(0, equals)).matches()) {
            throw new MalformedValueException(
                    where + " is not of the form NAME=value",
                    "write h2:./app;NAME=value;NAME=value, and a semicolon in a value as \\;");
        }
        return Texts.upper(setting.substring(0, equals));
    }

    private static void requireHarmless(String name, String value, String where) {
        DangerousKeys.refuse(name, where);
        if (Texts.upper(value).contains("RUNSCRIPT")) {
            DangerousKeys.refuse("RUNSCRIPT", where);
        }
        Texts.requireVisible(value, where);
    }

    private static void requireKnown(String name, String where, boolean onlyKnown) {
        if (onlyKnown && !KNOWN.contains(name)) {
            throw new MalformedValueException(
                    where + " is not known",
                    "use USER, PASSWORD or one of " + KNOWN.stream().sorted().collect(Collectors.joining(", "))
                            + "; or a jdbc:h2: URL");
        }
    }

    /** Splits as H2 does: at semicolons that have no backslash before them. */
    private static List<String> split(String text) {
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == ';') {
                items.add(text.substring(start, at));
                start = at + 1;
            }
        }
        items.add(text.substring(start));
        return items;
    }

    private static String unescape(String item) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < item.length(); at++) {
            boolean escape = item.charAt(at) == '\\' && at + 1 < item.length();
            text.append(item.charAt(escape ? ++at : at));
        }
        return text.toString();
    }

    /** As it goes back into the URL: without credentials, otherwise as it was written. */
    String suffix() {
        return kept.stream().map(setting -> ";" + setting).collect(Collectors.joining());
    }
}
