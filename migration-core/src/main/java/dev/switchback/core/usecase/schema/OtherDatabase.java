package dev.switchback.core.usecase.schema;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Notices a statement that would leave the scratch database for the database of the migrations. On PostgreSQL, SQLite and
 * H2 nothing can; on MariaDB every database of the server is a qualified name away.
 *
 * @param names what such a statement looks like; empty where there can be none
 */
record OtherDatabase(Optional<Pattern> names) {

    static OtherDatabase none() {
        return new OtherDatabase(Optional.empty());
    }

    /** The database of the migrations, by its name. */
    static OtherDatabase named(String database) {
        String name = "[`\"]?" + Pattern.quote(database) + "[`\"]?";
        return new OtherDatabase(Optional.of(Pattern.compile(
                "(?is)\\s*use\\s.*|.*\\b(table|exists|into|update|from|ignore|view|references|procedure|function|event|trigger|truncate|sequence"
                        + "|index\\s+\\S+\\s+on|(insert|update|delete)\\s+on|,)\\s+"
                        + name + "\\s*\\..*")));
    }

    /** Whether a statement goes there. */
    boolean isMeant(String sql) {
        return names.filter(pattern -> pattern.matcher(sql).matches()).isPresent();
    }
}
