package dev.switchback.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Shorthand for describing commands. */
final class Specs {

    private static final String MORE = "All commands also take the options listed by: switchback help";

    /** Prints a plan, or a difference, as an SQL script. */
    static final String SQL = "--sql";

    static final String STDOUT = "-";
    static final String DRY_RUN = "--dry-run";

    private Specs() {}

    /**
     * A command without arguments.
     *
     * @param summary a few words, for the list of commands
     * @param details what else to know; can be empty
     * @param examples shown at the end of its help page
     */
    static CommandSpec command(String summary, String details, String... examples) {
        CommandSpec spec = CommandSpec.create();
        String[] footer = new String[examples.length + 4];
        footer[0] = "";
        footer[1] = "Examples:";
        for (int i = 0; i < examples.length; i++) {
            footer[i + 2] = "  " + examples[i];
        }
        footer[footer.length - 2] = "";
        footer[footer.length - 1] = MORE;
        spec.usageMessage()
                .header(summary, "")
                .description(details.isEmpty() ? new String[0] : new String[] {"", details, ""})
                .footer(footer)
                .abbreviateSynopsis(false)
                .sortOptions(false);
        return spec;
    }

    static PositionalParamSpec required(String label, String description) {
        return parameter("1", label, description);
    }

    static PositionalParamSpec optional(String label, String description) {
        return parameter("0..1", label, description);
    }

    /** All words that are left. */
    static PositionalParamSpec words(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** The two ways to see a plan instead of running it. */
    static CommandSpec withPreview(CommandSpec spec) {
        return spec.addOption(GlobalOptions.flag("Show the SQL that would run, and run nothing.", DRY_RUN)
                        .build())
                .addOption(
                        GlobalOptions.optionalValue("FILE", "The same as a script, on standard output or in FILE.", SQL)
                                .build());
    }

    private static PositionalParamSpec parameter(String arity, String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity(arity)
                .required(arity.equals("1"))
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }
}
