package dev.switchback.cli.terminal;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the process was started with.
 *
 * @param variables the environment variables
 * @param workingDirectory where it was started
 * @param charset the character set of its streams
 * @param java the version of Java it runs on
 */
public record Environment(Map<String, String> variables, Path workingDirectory, Charset charset, String java) {
    /** Copies the variables. */
    public Environment {
        variables = Map.copyOf(variables);
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(java, "java");
    }

    /**
     * Whether a variable says yes.
     *
     * @param name its name
     * @return false if it is not set, empty, or one of {@code 0}, {@code false} and {@code no}, in upper or lower case
     */
    public boolean flag(String name) {
        return variable(name)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> !value.equals("0") && !value.equals("false") && !value.equals("no"))
                .isPresent();
    }

    /**
     * A variable, if it is set and not empty.
     *
     * @param name its name
     * @return its value
     */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
