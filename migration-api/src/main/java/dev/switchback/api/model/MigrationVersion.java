package dev.switchback.api.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The version of a migration: numbers separated by dots ({@code 1}, {@code 2.1}, {@code 20261123071500}), ordered
 * number by number, so that 9 comes before 10 and {@code 1} equals {@code 1.0}. In file names an underscore may stand
 * for the dot. These are Flyway's rules
 * (<a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations/versioned-migrations">versioned
 * migrations</a>). Immutable.
 */
public final class MigrationVersion implements Comparable<MigrationVersion> {

    /** The longest version that the history tables of both engines can hold, in characters. */
    public static final int MAX_LENGTH = 50;

    private final String text;
    private final List<BigInteger> parts;

    private MigrationVersion(String text, List<BigInteger> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * Reads a version.
     *
     * @param text digits with dots or underscores between them, at most {@value #MAX_LENGTH} characters
     * @return the version; underscores have become dots, leading zeros are kept for display
     * @throws IllegalArgumentException if the text is not a version
     */
    public static MigrationVersion of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a version has at most " + MAX_LENGTH + " characters, not " + text.length());
        }
        if (!isVersion(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a version: digits, with dots between them");
        }
        String dotted = text.replace('_', '.');
        List<BigInteger> parts = new ArrayList<>();
        for (String part : dotted.split("\\.", -1)) {
            parts.add(new BigInteger(part));
        }
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return new MigrationVersion(dotted, List.copyOf(parts));
    }

    /**
     * Tells whether a text has the form of a version, whatever its length.
     *
     * @param text the text
     * @return whether it is made of digits with dots or underscores between them
     */
    public static boolean isVersion(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separates = c == '.' || c == '_';
            if (separates ? !digit : c < '0' || c > '9') {
                return false;
            }
            digit = !separates;
        }
        return digit;
    }

    /** The version as written, with dots. */
    public String text() {
        return text;
    }

    @Override
    public int compareTo(MigrationVersion other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    /**
     * Whether this version comes after another.
     *
     * @param other the other
     * @return true if it does
     */
    public boolean isAfter(MigrationVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof MigrationVersion v && parts.equals(v.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
