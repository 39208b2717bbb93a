package dev.switchback.api.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a setting becomes a value, and how the value is shown.
 *
 * @param <T> the type of the values
 * @param pattern what to write, for help and reference: {@code DURATION}; nothing if it is one of some words
 * @param form what the text looks like; reads values of this type, or for a setting without a default what is in them
 * @param enumeration the type, if its constants are the words; they are asked for when a text is read
 * @param optional whether the setting has no default, and its type is an {@link Optional}
 */
record ValueType<T>(
        String pattern, ValueForm form, @Nullable Class<? extends Enum<?>> enumeration, boolean optional) {
    static final String NOT_SET = "(not set)";

    static <T> ValueType<T> of(String pattern, ValueForm form) {
        return new ValueType<>(pattern, form, null, false);
    }

    static <E extends Enum<E>> ValueType<E> ofWords(Class<E> type, ValueForm form) {
        return new ValueType<>("", form, type, false);
    }

    /** What to write: {@code DURATION} or {@code refuse|apply}. */
    String hint() {
        return enumeration == null ? pattern : form.listed(words(), "|");
    }

    private List<? extends Enum<?>> words() {
        return enumeration == null ? List.of() : List.of(enumeration.getEnumConstants());
    }

    /** For a setting without a default. */
    ValueType<Optional<T>> asOptional() {
        return new ValueType<>(pattern, form, enumeration, true);
    }

    /**
     * The value that a text means.
     *
     * @throws MalformedValueException if it means none
     */
    @SuppressWarnings("unchecked") // each constant of this type names the form that reads its values
    T parse(String text, Path baseDir) {
        Object value = form.read(text, baseDir, words());
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
