package dev.switchback.api.config;

import java.util.Objects;

/**
 * Where a setting came from.
 *
 * @param source what kind of place
 * @param place which one: {@code DATABASE_URL}, {@code .env line 3}, {@code switchback.properties line 2}; can be empty
 */
public record Origin(Source source, String place) {
    /** The kinds of places, strongest first: a setting comes from the first place that has it. */
    public enum Source {
        /** An option of the command line or a call of the API. */
        EXPLICIT,
        /** A variable of the process's environment. */
        ENVIRONMENT,
        /** The file {@code .env}, or one that was named instead, which never overrides the environment. */
        DOTENV,
        /** The file {@code switchback-<profile>.properties}. */
        PROFILE_FILE,
        /** The file {@code switchback.properties}. */
        FILE,
        /** The file of that name among the user's own settings, for all projects. */
        USER_FILE,
        /** Nowhere: the built-in value. */
        DEFAULT
    }

    /** What an explicit value is called if nobody says where it was given. */
    static final Origin EXPLICIT = new Origin(Source.EXPLICIT, "");

    static final Origin DEFAULT = new Origin(Source.DEFAULT, "");

    /** Refuses nulls. */
    public Origin {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(place, "place");
    }

    /** Whether this place wins over the other whatever the order of reading. */
    boolean outranks(Origin other) {
        return source.compareTo(other.source) < 0;
    }

    /** As people read it: {@code environment DATABASE_URL}, {@code .env line 3}, {@code default}. */
    @Override
    public String toString() {
        String kind = switch (source) {
            case EXPLICIT -> "explicit";
            case ENVIRONMENT -> "environment";
            case DOTENV, PROFILE_FILE, FILE, USER_FILE -> "";
            case DEFAULT -> "default";
        };
        return (kind + " " + place).strip();
    }
}
