package dev.switchback.cli.command;

import dev.switchback.api.config.ConfigKey;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {

    static final String CHDIR = "-C";
    static final String PROFILE = "--profile";
    static final String JSON = "--json";
    static final String COLOR = "--color";
    static final String QUIET = "--quiet";
    static final String DEBUG = "--debug";
    static final String YES = "--yes";
    static final String NO_INPUT = "--no-input";
    static final String CONFIRM = "--confirm";
    static final String DIR = "--dir";
    static final String HELP = "--help";
    static final String WAIT = "--wait";

    /** How long to wait for a database if nobody says. */
    static final Duration USUAL_WAIT = Duration.ofSeconds(60);

    /** An option that is nothing but a setting. */
    record SettingOption(String name, ConfigKey<?> key, String label, String description) {}

    static final List<SettingOption> SETTINGS = List.of(
            new SettingOption("--engine", ConfigKey.ENGINE, "ID", "The engine: flyway or liquibase."),
            new SettingOption("--url", ConfigKey.URL, "URL", "The database. Also DATABASE_URL."),
            new SettingOption("--lock-timeout", ConfigKey.LOCK_TIMEOUT, "TIME", "How long to wait for another run."),
            new SettingOption(WAIT, ConfigKey.CONNECT_WAIT, "[=TIME]", "Wait for a database that starts; 60s."));

    private GlobalOptions() {}

    /** Adds them; below the root they are left out of the help page, which says where they are listed. */
    static void addTo(CommandSpec spec, boolean hidden) {
        for (SettingOption option : SETTINGS) {
            spec.addOption(value(option.label(), option.description(), option.name())
                    .hidden(hidden)
                    .build());
        }
        spec.addOption(OptionSpec.builder("-d", DIR)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("PATH")
                .description("Folder with the migrations. Can be repeated.")
                .hidden(hidden)
                .build());
        spec.addOption(
                value("DIR", "Act as if started in DIR.", CHDIR).hidden(hidden).build());
        spec.addOption(value("NAME", "Also read switchback-NAME.properties.", PROFILE)
                .hidden(hidden)
                .build());
        spec.addOption(
                flag("Answer with one JSON document.", JSON).hidden(hidden).build());
        spec.addOption(
                value("WHEN", "auto, always or never.", COLOR).hidden(hidden).build());
        spec.addOption(
                flag("No progress, no warnings.", "-q", QUIET).hidden(hidden).build());
        spec.addOption(
                flag("Do not ask for confirmation.", "-y", YES).hidden(hidden).build());
        spec.addOption(value("NAME", "With --yes: the database, for 'base'.", CONFIRM)
                .hidden(hidden)
                .build());
        spec.addOption(
                flag("Never ask; refuse instead.", NO_INPUT).hidden(hidden).build());
        spec.addOption(flag("Show stack traces.", DEBUG).hidden(hidden).build());
        spec.addOption(
                flag("Show help.", "-h", HELP).usageHelp(true).hidden(hidden).build());
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

    private static String[] tail(String... names) {
        return List.of(names).subList(1, names.length).toArray(String[]::new);
    }
}
