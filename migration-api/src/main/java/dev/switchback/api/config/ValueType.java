package dev.switchback.api.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How the text of a setting becomes a value, and how the value is shown.
 *
 * @param hint what to write, for help and reference: {@code DURATION} or {@code refuse|apply}
 * @param parser text and base directory to value; throws {@link MalformedValueException}
 * @param shown value to text, never a secret
 * @param secret whether the value is never shown
 */
record ValueType<T>(String hint, BiFunction<String, Path, T> parser, Function<T, String> shown, boolean secret) {
    static final String NOT_SET = "(not set)";

    static <T> ValueType<T> of(String hint, Function<String, T> parser, Function<T, String> shown) {
        return new ValueType<>(hint, (text, baseDir) -> parser.apply(text), shown, false);
    }

    /** For a setting without a default. */
    ValueType<Optional<T>> optional() {
        return new ValueType<>(
                hint,
                (text, baseDir) -> Optional.of(parser.apply(text, baseDir)),
                value -> value.map(shown).orElse(NOT_SET),
                secret);
    }
}
