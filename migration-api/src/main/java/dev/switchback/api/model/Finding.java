package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param level how good or bad it is
 * @param topic what was looked at, in a word or two
 * @param message what was found, without secrets
 * @param nextStep what to do about it; empty if nothing has to be done
 */
public record Finding(Level level, String topic, String message, Optional<String> nextStep) {

    /** How good or bad a finding is. */
    public enum Level {
        /** As it should be, or only told. */
        OK,
        /** Works today, and may hurt one day. */
        WARNING,
        /** Migrations cannot run, or not safely. */
        PROBLEM
    }

    /** Checks that everything is there. */
    public Finding {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(nextStep, "nextStep");
    }

    /**
     * Something that is as it should be.
     *
     * @param topic what was looked at
     * @param message what was found
     * @return the finding
     */
    public static Finding ok(String topic, String message) {
        return new Finding(Level.OK, topic, message, Optional.empty());
    }

    /**
     * Something that may hurt one day.
     *
     * @param topic what was looked at
     * @param message what was found
     * @param nextStep what to do about it
     * @return the finding
     */
    public static Finding warning(String topic, String message, String nextStep) {
        return new Finding(Level.WARNING, topic, message, Optional.of(nextStep));
    }

    /**
     * Something that stands in the way of migrations.
     *
     * @param topic what was looked at
     * @param message what was found
     * @param nextStep what to do about it
     * @return the finding
     */
    public static Finding problem(String topic, String message, String nextStep) {
        return new Finding(Level.PROBLEM, topic, message, Optional.of(nextStep));
    }
}
