package dev.switchback.cli.command;

import dev.switchback.api.config.ConfigKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {

    static final String CHDIR = "-C";
    static final String PROFILE = "--profile";
    static final String CONFIG = "--config";
    static final String ENV_FILE = "--env-file";
    static final String NO_ENV_FILE = "--no-env-file";
    static final String URL_ENV = "--url-env";
    static final String URL_FILE = "--url-file";
    static final String PASSWORD_FILE = "--password-file";
    static final String PASSWORD_STDIN = "--password-stdin";
    static final String ASK_PASSWORD = "--ask-password";
    static final String OUTPUT = "--output";
    static final String JSON = "--json";
    static final String COLOR = "--color";
    static final String NO_COLOR = "--no-color";
    static final String ASCII = "--ascii";
    static final String LOCAL_TIME = "--local-time";
    static final String NO_PROGRESS = "--no-progress";
    static final String QUIET = "--quiet";
    static final String VERBOSE = "--verbose";
    static final String DEBUG = "--debug";
    static final String YES = "--yes";
    static final String NO_INPUT = "--no-input";
    static final String CONFIRM = "--confirm";
    static final String DIR = "--dir";
    static final String HELP = "--help";
    static final String WAIT = "--wait";

    /** How long to wait for a database if nobody says. */
    static final Duration USUAL_WAIT = Duration.ofSeconds(60);

    /** Options whose value may be left out, with the value that they then have. */
    static final Map<String, String> USUAL_VALUES = Map.of(WAIT, USUAL_WAIT.toString(), Specs.SQL, Specs.STDOUT);

    /** An option that is nothing but a setting. */
    record SettingOption(String name, ConfigKey<?> key, String label, String description) {}

    static final List<SettingOption> SETTINGS = List.of(
            new SettingOption("--engine", ConfigKey.ENGINE, "ID", "The engine: flyway or liquibase."),
            new SettingOption("--url", ConfigKey.URL, "URL", "The database. Also DATABASE_URL."),
            new SettingOption("--direct-url", ConfigKey.DIRECT_URL, "URL", "The same without a pooler in between."),
            new SettingOption("--schema", ConfigKey.SCHEMA, "NAME", "The schema to migrate."),
            new SettingOption("--history-table", ConfigKey.HISTORY_TABLE, "NAME", "The name of the history table."),
            new SettingOption("--history-schema", ConfigKey.HISTORY_SCHEMA, "NAME", "The schema of that table."),
            new SettingOption("--lock-timeout", ConfigKey.LOCK_TIMEOUT, "TIME", "How long to wait for another run."),
            new SettingOption("--ddl-lock-timeout", ConfigKey.DDL_LOCK_TIMEOUT, "TIME", "The same for a table lock."),
            new SettingOption("--ddl-retries", ConfigKey.DDL_RETRIES, "N", "Tries again after a table lock."),
            new SettingOption(
                    "--statement-timeout", ConfigKey.STATEMENT_TIMEOUT, "TIME", "Longest run of a statement."),
            new SettingOption("--tx", ConfigKey.TRANSACTION, "HOW", "auto, per-migration, all or none."),
            new SettingOption(WAIT, ConfigKey.CONNECT_WAIT, "[=TIME]", "Wait for a database that starts; 60s."));

    private GlobalOptions() {}

    /** Adds them; below the root they are left out of the help page, which says where they are listed. */
    static void addTo(CommandSpec spec, boolean hidden) {
        for (SettingOption option : SETTINGS) {
            spec.addOption(value(option.label(), option.description(), option.name())
                    .hidden(hidden)
                    .build());
        }
        for (List<OptionSpec.Builder> group : List.of(database(), project(), output(), asking())) {
            for (OptionSpec.Builder option : group) {
                spec.addOption(option.hidden(hidden).build());
            }
        }
        spec.addOption(
                flag("Show help.", "-h", HELP).usageHelp(true).hidden(hidden).build());
    }

    private static List<OptionSpec.Builder> database() {
        return List.of(
                value("NAME", "The variable that holds the URL.", URL_ENV),
                value("FILE", "The file that holds the URL.", URL_FILE),
                value("FILE", "The file that holds the password.", PASSWORD_FILE),
                flag("Read the password from standard input.", PASSWORD_STDIN),
                flag("Ask for the password.", "-W", ASK_PASSWORD));
    }

    private static List<OptionSpec.Builder> project() {
        return List.of(
                several("PATH", "Folder with the migrations. Can be repeated.", "-d", DIR),
                value("DIR", "Act as if started in DIR.", CHDIR),
                value("FILE", "Instead of switchback.properties.", "-c", CONFIG),
                value("NAME", "Also read switchback-NAME.properties.", PROFILE, "--env"),
                several("FILE", "Instead of .env. Can be repeated.", ENV_FILE),
                flag("Read no .env.", NO_ENV_FILE));
    }

    private static List<OptionSpec.Builder> output() {
        return List.of(
                value("FORM", "text, json, ndjson, markdown or github.", "-o", OUTPUT),
                flag("The same as --output json.", JSON),
                value("WHEN", "auto, always or never.", COLOR),
                flag("The same as --color never.", NO_COLOR),
                flag("No signs outside ASCII.", ASCII),
                flag("Times in text in the local zone, not UTC.", LOCAL_TIME),
                flag("No line that is updated in place.", NO_PROGRESS),
                flag("No progress, no warnings.", "-q", QUIET),
                flag("Tell more.", "-v", VERBOSE, "-vv"),
                flag("Show stack traces.", DEBUG));
    }

    private static List<OptionSpec.Builder> asking() {
        return List.of(
                flag("Do not ask for confirmation.", "-y", YES),
                value("NAME", "With --yes: the database, for 'base'.", CONFIRM),
                flag("Never ask; refuse instead.", NO_INPUT));
    }

    static OptionSpec.Builder flag(String description, String... names) {
        return OptionSpec.builder(names[0], tail(names))
                .arity("0")
                .type(boolean.class)
                .description(description);
    }

    static OptionSpec.Builder value(String label, String description, String... names) {
        return OptionSpec.builder(names[0], tail(names))
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(description);
    }

    /** One whose value may be left out, and is never the next word. */
    static OptionSpec.Builder optionalValue(String label, String description, String... names) {
        return value(label, description, names).arity("0..1");
    }

    private static OptionSpec.Builder several(String label, String description, String... names) {
        return OptionSpec.builder(names[0], tail(names))
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description);
    }

    private static String[] tail(String... names) {
        return List.of(names).subList(1, names.length).toArray(String[]::new);
    }
}
