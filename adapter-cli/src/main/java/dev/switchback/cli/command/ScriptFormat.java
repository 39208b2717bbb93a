package dev.switchback.cli.command;

import dev.switchback.api.model.FileFormat;
import java.util.Locale;
import java.util.Optional;

/** The option {@code --format} of {@code create}. */
final class ScriptFormat {

    static final String OPTION = "--format";

    private ScriptFormat() {}

    /** What is asked for; SQL if nothing is. */
    static FileFormat of(Optional<String> given) {
        return switch (given.orElse("sql").toLowerCase(Locale.ROOT)) {
            case "sql" -> FileFormat.SQL;
            case "yaml", "yml" -> FileFormat.YAML;
            case "xml" -> FileFormat.XML;
            case "json" -> FileFormat.JSON;
            default ->
                throw CommandRejectedException.usage(
                        OPTION + " takes sql, yaml, xml or json", "see: switchback help create");
        };
    }

    /** What is made from a difference is SQL. */
    static void requireSql(FileFormat format) {
        if (format != FileFormat.SQL) {
            throw CommandRejectedException.usage(
                    OPTION + " " + format.name().toLowerCase(Locale.ROOT)
                            + " does not go with a migration that is made from a difference: that is SQL, as it was"
                            + " tried in a scratch database",
                    "leave " + OPTION + " out");
        }
    }
}
