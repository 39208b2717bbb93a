package dev.switchback.api.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the text of a setting becomes a value, and how the value is shown.
 *
 * @param <T> the type of the values
 * @param hint what to write, for help and reference: {@code DURATION} or {@code refuse|apply}
 * @param form what the text looks like; reads values of this type, or for a setting without a default what is in them
 * @param words the constants of the type, if it is an enumeration
 * @param optional whether the setting has no default, and its type is an {@link Optional}
 */
record ValueType<T>(String hint, ValueForm form, List<? extends Enum<?>> words, boolean optional) {
    static final String NOT_SET = "(not set)";

    static <T> ValueType<T> of(String hint, ValueForm form) {
        return new ValueType<>(hint, form, List.of(), false);
    }

    static <E extends Enum<E>> ValueType<E> ofWords(Class<E> type, ValueForm form) {
        List<E> words = List.of(type.getEnumConstants());
        return new ValueType<>(form.listed(words, "|"), form, words, false);
    }

    /** For a setting without a default. */
    ValueType<Optional<T>> asOptional() {
        return new ValueType<>(hint, form, words, true);
    }

    /**
     * The value that a text means.
     *
     * @throws MalformedValueException if it means none
     */
    @SuppressWarnings("unchecked") // each constant of this type names the form that reads its values
    T parse(String text, Path baseDir) {
        Object value = form.read(text, baseDir, words);
        return (T) (optional ? Optional.of(value) : value);
    }

    /** The value of a setting without a default that is not set. */
    @SuppressWarnings("unchecked") // such a setting has an Optional
    T absent() {
        return (T) Optional.empty();
    }

    /** The value as text, never a secret. */
    String shown(T value) {
        if (value instanceof Optional<?> given) {
            return given.isPresent() ? form.shown(given.get()) : NOT_SET;
        }
        return form.shown(value);
    }

    /** Whether the value is never shown. */
    boolean secret() {
        return form == ValueForm.SECRET;
    }
}
