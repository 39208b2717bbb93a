package dev.switchback.api.model;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A word of a command that a message advises. Names of files and databases may hold blanks and quotes, and the command is
 * to be copied as it stands.
 *
 * @param text the word as the program gets it
 */
public record ShellWord(String text) {

    /** In front, an equals sign has a meaning to zsh. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+,-][\\p{L}\\p{N}_./:@%+,=-]*");

    /** Checks that there is a text. */
    public ShellWord {
        Objects.requireNonNull(text, "text");
    }

    /** As a POSIX shell takes it: in quotes if it needs them, otherwise as it is. */
    @Override
    public String toString() {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
