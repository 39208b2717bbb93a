package dev.switchback.cli.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in the making: fields keep their order, what is not there is {@code null}, instants are ISO 8601 in UTC,
 * durations are milliseconds. Not thread-safe.
 */
public final class Document {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /**
     * Sets a field.
     *
     * @param name its name
     * @param value a string, number or boolean, or null
     * @return this
     */
    public Document put(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /**
     * Sets a field that may be absent.
     *
     * @param name its name
     * @param value a value whose text form says it all
     * @return this
     */
    public Document text(String name, Optional<?> value) {
        return put(name, value.map(Object::toString).orElse(null));
    }

    /**
     * Sets a point in time.
     *
     * @param name its name
     * @param value when
     * @return this
     */
    public Document instant(String name, Optional<Instant> value) {
        return text(name, value);
    }

    /**
     * Sets a duration.
     *
     * @param name its name
     * @param value how long
     * @return this
     */
    public Document millis(String name, Optional<Duration> value) {
        return put(name, value.map(Duration::toMillis).orElse(null));
    }

    /**
     * Sets an object.
     *
     * @param name its name
     * @param value the object
     * @return this
     */
    public Document object(String name, Document value) {
        return put(name, value.fields());
    }

    /**
     * Sets a list of strings.
     *
     * @param name its name
     * @param values the strings
     * @return this
     */
    public Document strings(String name, Collection<String> values) {
        return put(name, List.copyOf(values));
    }

    /**
     * Sets a list of objects.
     *
     * @param name its name
     * @param values what they are made of
     * @param describe puts one value into one object
     * @param <T> what they are made of
     * @return this
     */
    public <T> Document list(String name, Collection<T> values, BiConsumer<T, Document> describe) {
        return put(
                name,
                values.stream()
                        .map(value -> {
                            Document each = new Document();
                            describe.accept(value, each);
                            return each.fields();
                        })
                        .toList());
    }

    /** The fields, in order. */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }
}
