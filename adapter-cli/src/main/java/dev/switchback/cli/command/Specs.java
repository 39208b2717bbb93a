package dev.switchback.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Shorthand for describing commands. */
final class Specs {

    private static final String MORE = "All commands also take the options listed by: switchback help";

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
