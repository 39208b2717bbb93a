package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. Stateless and thread-safe. */
public final class NearestName {
    private static final int MAX_LENGTH = 80;

    private NearestName() {}

    /**
     * The error for a name that no setting has.
     *
     * @param certain whether it is a name; in a file it can be a password that lacks its own line or equals sign, and
     *     is then shown only if it is close to a name
     */
    static ConfigurationException unknown(String given, Origin origin, Collection<String> known, boolean certain) {
        Optional<String> nearest = nearest(given, known);
        String next = nearest.map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "remove it, or use one of "
                        + String.join(", ", known.stream().sorted().toList()));
        return nearest.isPresent() || certain
                ? new ConfigurationException(Texts.printable(given), "no setting has this name (" + origin + ")", next)
                : new ConfigurationException(origin.toString(), "no setting has the name that stands there", next);
    }

    /**
     * The nearest name; upper and lower case make no difference.
     *
     * @param given what was written
     * @param known the names there are
     * @return the nearest; empty if none is near, and for what is far too long to be a name
     */
    public static Optional<String> nearest(String given, Collection<String> known) {
        if (given.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int limit = Math.max(2, given.length() / 4);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(given, name)))
                .filter(name -> distance(given, name) <= limit);
    }

    /** Levenshtein's, ignoring case. */
    private static int distance(String first, String second) {
        String a = Texts.lower(first);
        String b = Texts.lower(second);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
