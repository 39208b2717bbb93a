package dev.switchback.api.config;

import java.util.regex.Pattern;

/** Reads where a schema comes from. */
final class SchemaSourceParser {
    /** One letter before the colon is a drive of Windows. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+]+:.*");

    private SchemaSourceParser() {}

    static SchemaSource read(String text) {
        String given = text.strip();
        return switch (Texts.lower(given)) {
            case "live" -> new SchemaSource.Live();
            case "migrations" -> new SchemaSource.Migrations();
            case "model" -> new SchemaSource.Model();
            case "entities" -> new SchemaSource.Entities();
            default ->
                URL.matcher(given).matches()
                        ? new SchemaSource.Database(DatabaseUrl.read(given))
                        : new SchemaSource.Script(Texts.path(given));
        };
    }
}
