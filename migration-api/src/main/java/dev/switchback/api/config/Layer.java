package dev.switchback.api.config;

import java.util.Map;

/**
 * What one place sets, not parsed yet.
 *
 * @param values texts by key
 * @param placeholders texts by name
 * @param isEnvironment whether the placeholders' names are those of variables
 */
record Layer(Map<ConfigKey<?>, SourcedText> values, Map<String, SourcedText> placeholders, boolean isEnvironment) {
    static final Layer EMPTY = new Layer(Map.of(), Map.of(), false);

    Layer {
        values = Map.copyOf(values);
        placeholders = Map.copyOf(placeholders);
    }
}
