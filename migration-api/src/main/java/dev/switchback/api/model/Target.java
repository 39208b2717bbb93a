package dev.switchback.api.model;

import java.util.Objects;

/**
 * Where an upgrade, a downgrade or a stamp should end. Text forms: {@code head}, {@code base}, a version or a unique
 * prefix of one (at least 4 characters), {@code +N} and {@code -N} relative to the current version,
 * {@code VERSION+N} or {@code VERSION-N}, and {@code @tag}.
 */
public sealed interface Target {

    /** The newest migration. */
    record Head() implements Target {
        @Override
        public String toString() {
            return "head";
        }
    }

    /** Before the first migration. */
    record Base() implements Target {
        @Override
        public String toString() {
            return "base";
        }
    }

    /**
     * A version, or a unique prefix of one.
     *
     * @param text as given
     */
    record Named(String text) implements Target {
        /** Checks that there is a text. */
        public Named {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * So many migrations up (positive) or down (negative) from the current version.
     *
     * @param count not 0
     */
    record Steps(int count) implements Target {
        /** Checks that it goes somewhere. */
        public Steps {
            if (count == 0) {
                throw new IllegalArgumentException("a relative target goes at least one migration up or down");
            }
        }

        @Override
        public String toString() {
            return count > 0 ? "+" + count : Integer.toString(count);
        }
    }

    /**
     * So many migrations after (positive) or before (negative) a version.
     *
     * @param text the version or a unique prefix of it
     * @param count how many
     */
    record Offset(String text, int count) implements Target {
        /** Checks that there is a text. */
        public Offset {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return text + (count < 0 ? "" : "+") + count;
        }
    }

    /**
     * The state to which the engine gave a name: the version that was in effect when the tag was set. Upper and lower
     * case are the same.
     *
     * @param name the tag, without the {@code @}
     */
    record Tag(String name) implements Target {
        /** Checks that there is a name. */
        public Tag {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a tag has a name");
            }
        }

        @Override
        public String toString() {
            return "@" + name;
        }
    }

    /** The newest migration. */
    static Target head() {
        return new Head();
    }

    /** Before the first migration. */
    static Target base() {
        return new Base();
    }

    /**
     * Reads the text form.
     *
     * @param text the text
     * @return the target
     * @throws dev.switchback.api.error.InvalidTargetException if it has none of the forms
     */
    static Target parse(String text) {
        return TargetParser.parse(text);
    }
}
