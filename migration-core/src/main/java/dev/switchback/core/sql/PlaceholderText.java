package dev.switchback.core.sql;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Replaces <code>${name}</code> in scripts by Flyway's rules, so that both engines run the same text: everywhere, also
 * in strings and comments; names without regard to case and with every character between the braces; values are not
 * searched again; a dollar sign that no brace follows takes the next character with it, so <code>$${name}</code> stays
 * as it is. Only what Flyway reports late or oddly is stricter: a brace that is never closed.
 *
 * <p>Immutable. The values may be secrets and are in no message.
 */
public final class PlaceholderText {
    private static final int LONGEST_NAME_SHOWN = 60;

    private final Map<String, String> values = new HashMap<>();
    private final String known;

    private PlaceholderText(Map<String, String> values) {
        this.known = values.isEmpty()
                ? "no placeholder is configured"
                : "known are " + String.join(", ", new TreeSet<>(values.keySet()));
        for (Map.Entry<String, String> given : values.entrySet()) {
            if (this.values.put(lower(given.getKey()), given.getValue()) != null) {
                throw new IllegalArgumentException(
                        "placeholder '" + given.getKey() + "' is given twice, in different case");
            }
        }
    }

    /**
     * The replacements to make.
     *
     * @throws IllegalArgumentException if two names differ only in case
     */
    public static PlaceholderText of(Map<String, String> values) {
        return new PlaceholderText(values);
    }

    /**
     * The text with every placeholder replaced.
     *
     * @param fileName named in problems
     * @throws SqlSyntaxProblem if a placeholder has no value or no end
     */
    public String replace(String text, String fileName) {
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        int dollar = text.indexOf('$');
        while (dollar >= 0) {
            int after = dollar + 2;
            if (text.startsWith("{", dollar + 1)) {
                int closing = text.indexOf('}', after);
                String value = value(text, fileName, dollar, closing);
                replaced.append(text, copied, dollar).append(value);
                after = closing + 1;
                copied = after;
            }
            dollar = text.indexOf('$', after);
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    private String value(String text, String fileName, int dollar, int closing) {
        SqlProblems problems = new SqlProblems(fileName);
        if (closing < 0) {
            throw problems.unclosed(line(text, dollar), "the placeholder", "}");
        }
        String name = text.substring(dollar + 2, closing);
        String value = values.get(lower(name));
        if (value == null) {
            throw problems.at(line(text, dollar), "placeholder ${" + shown(name) + "} has no value", known);
        }
        return value;
    }

    /** The end of a name can be far away, if what looked like a placeholder is none. */
    private static String shown(String name) {
        return name.length() <= LONGEST_NAME_SHOWN ? name : name.substring(0, LONGEST_NAME_SHOWN) + "…";
    }

    private static int line(String text, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n');
            line += ends ? 1 : 0;
        }
        return line;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
