package dev.switchback.cli.command;

import dev.switchback.cli.terminal.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of an answer. */
public enum OutputForm {
    /** For people. */
    TEXT,
    /** For programs: one document. */
    JSON,
    /** For programs that watch: one event per line, the answer as the last. */
    NDJSON,
    /** For a comment on a pull request. */
    MARKDOWN,
    /** Text with annotations of GitHub Actions. */
    GITHUB;

    /** The variable that chooses it where no option does. */
    static final String VARIABLE = "SWITCHBACK_OUTPUT";

    /** Its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutputForm named(String text) {
        return find(text)
                .orElseThrow(() -> CommandRejectedException.usage(
                        "--output takes text, json, ndjson, markdown or github", "see: switchback help"));
    }

    private static Optional<OutputForm> find(String text) {
        return Stream.of(values()).filter(form -> form.word().equals(text)).findFirst();
    }

    /**
     * Refuses an environment that asks for what there is not.
     *
     * @param environment the environment
     * @throws CommandRejectedException if it does
     */
    public static void require(Environment environment) {
        if (environment.variable(VARIABLE).isPresent()
                && environment.variable(VARIABLE).flatMap(OutputForm::find).isEmpty()) {
            throw CommandRejectedException.files(
                    VARIABLE + " takes text, json, ndjson, markdown or github", "write one of them, or remove it");
        }
    }

    /**
     * What the environment asks for.
     *
     * @param environment the environment
     * @return the form; text if it does not say, or says something else
     */
    public static OutputForm usual(Environment environment) {
        return environment.variable(VARIABLE).flatMap(OutputForm::find).orElse(TEXT);
    }

    /**
     * What a command line seems to ask for that cannot be read.
     *
     * @param words the command line
     * @param usual the form if it does not say
     * @return the form
     */
    public static OutputForm guess(List<String> words, OutputForm usual) {
        if (words.contains(GlobalOptions.JSON)) {
            return JSON;
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(GlobalOptions.OUTPUT + "=")) {
                return find(word.substring(GlobalOptions.OUTPUT.length() + 1)).orElse(usual);
            }
            if ((word.equals(GlobalOptions.OUTPUT) || word.equals("-o")) && i + 1 < words.size()) {
                return find(words.get(i + 1)).orElse(usual);
            }
        }
        return usual;
    }
}
