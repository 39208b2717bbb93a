package dev.switchback.core.usecase.schema;

import dev.switchback.api.schema.Rename;
import java.util.regex.Pattern;

/**
 * A rename as it is typed on a command line.
 *
 * @param rename the rename
 */
record RenameOption(Rename rename) {

    /** What no shell takes for anything else. Names of all alphabets are. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.:-]+");

    /** The option with its value, in single quotes if a shell would read something else. */
    @Override
    public String toString() {
        String value = rename.toString();
        return "--rename " + (PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'");
    }
}
