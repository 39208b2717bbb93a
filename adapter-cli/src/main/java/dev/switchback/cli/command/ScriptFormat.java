package dev.switchback.cli.command;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The option {@code --format} of {@code create}. SQL is the only format; who asks for another one is told what to do. */
final class ScriptFormat {

    static final String OPTION = "--format";

    private static final String SQL = "sql";

    /** What plain Liquibase reads and we do not run. */
    private static final Set<String> CHANGELOGS = Set.of("yaml", "yml", "xml", "json");

    private ScriptFormat() {}

    /** Before anything is written. */
    static void require(Optional<String> given) {
        String format = given.orElse(SQL).toLowerCase(Locale.ROOT);
        if (CHANGELOGS.contains(format)) {
            throw CommandRejectedException.usage(
                    OPTION + " " + format + " asks for a changelog of Liquibase, and a migration is a SQL file under"
                            + " every engine; no file was written",
                    "leave " + OPTION
                            + " out and write SQL; if plain Liquibase is to run it, write the changelog for it"
                            + " with: switchback export --to liquibase");
        }
        if (!format.equals(SQL)) {
            throw CommandRejectedException.usage(OPTION + " takes sql", "see: switchback help create");
        }
    }
}
