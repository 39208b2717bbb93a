package dev.switchback.api.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** The same answer in every locale: in Turkish, the lower case of I is not i. */
final class Texts {
    private static final int SHOWN = 40;

    private Texts() {}

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String requireVisible(String text, String part) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new MalformedValueException(
                        part + " contains a control character", "remove it (a line break or a tab, most likely)");
            }
        }
        return text;
    }

    /** A path that somebody wrote; whether there is anything is another question. */
    static Path path(String text) {
        try {
            Path path = Path.of(requireVisible(text, "the path"));
            if (!text.isBlank()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new MalformedValueException(quoted(text) + " is not a path", "write the path of a file or folder");
    }

    /** A value that is no secret, for a message: short, and with nothing that a terminal would act on. */
    static String quoted(String text) {
        return "\"" + printable(text) + "\"";
    }

    static String printable(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return shown.replaceAll("\\p{C}", "?");
    }
}
