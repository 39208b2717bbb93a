package dev.switchback.api.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The query parameters that a scheme knows, and what each becomes for the driver. What is not in the table is an
 * error: drivers ignore unknown parameters, so that a misspelt {@code sslmode} would go unnoticed.
 */
final class ParameterTable {
    /** What one parameter means. */
    private interface Rule {
        Map<String, String> properties(QueryParameter parameter);

        default boolean isOffered() {
            return true;
        }
    }

    private record Refused(String reason, String next) implements Rule {
        @Override
        public Map<String, String> properties(QueryParameter parameter) {
            throw new MalformedValueException(parameter.where() + " " + reason, next);
        }

        @Override
        public boolean isOffered() {
            return false;
        }
    }

    private final SortedMap<String, Rule> rules;

    private ParameterTable(SortedMap<String, Rule> rules) {
        this.rules = rules;
    }

    static Builder builder() {
        return new Builder();
    }

    boolean knows(QueryParameter parameter) {
        return rules.containsKey(Texts.lower(parameter.name()));
    }

    /** The driver properties that the parameters mean. */
    Map<String, String> apply(List<QueryParameter> parameters) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (QueryParameter parameter : parameters) {
            rule(parameter).properties(parameter).forEach((name, value) -> {
                if (properties.putIfAbsent(name, value) != null) {
                    throw new MalformedValueException(
                            parameter.where() + " repeats the meaning of an earlier one", "keep one of the two");
                }
            });
        }
        return properties;
    }

    private Rule rule(QueryParameter parameter) {
        DangerousKeys.refuse(parameter.name(), parameter.where());
        Rule rule = rules.get(Texts.lower(parameter.name()));
        if (rule == null) {
            throw new MalformedValueException(
                    parameter.where() + " is not known",
                    "use one of " + known() + "; or a jdbc: URL for the driver's other settings");
        }
        return rule;
    }

    private String known() {
        return rules.entrySet().stream()
                .filter(entry -> entry.getValue().isOffered())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** Collects the rows of a table. */
    static final class Builder {
        private final SortedMap<String, Rule> rules = new TreeMap<>();

        private Builder() {}

        private Builder rule(String name, Rule rule) {
            rules.put(Texts.lower(name), rule);
            return this;
        }

        /** Hands them on under their own names. */
        Builder pass(String... names) {
            for (String name : names) {
                rename(name, name);
            }
            return this;
        }

        /** Hands the value on under the driver's name. */
        Builder rename(String name, String property) {
            return rule(name, parameter -> Map.of(property, parameter.decodedValue()));
        }

        /** Hands the value on under the driver's name, in the driver's unit. */
        Builder convert(String name, String property, UnaryOperator<String> conversion, String expected) {
            return rule(name, parameter -> {
                try {
                    return Map.of(property, conversion.apply(parameter.decodedValue()));
                } catch (IllegalArgumentException | ArithmeticException e) {
                    throw new MalformedValueException(
                            "the value of " + parameter.where() + " is not allowed", "write " + expected);
                }
            });
        }

        /** Hands on one of a few words, each in the driver's spelling. */
        Builder choose(String name, String property, Map<String, String> words) {
            String expected = words.keySet().stream().sorted().collect(Collectors.joining(", ", "one of ", ""));
            return convert(name, property, word -> chosen(words, word), expected);
        }

        private static String chosen(Map<String, String> words, String word) {
            String choice = words.get(Texts.lower(word).replace('_', '-'));
            if (choice == null) {
                throw new IllegalArgumentException();
            }
            return choice;
        }

        /** Adds a fixed property if the value is true. */
        Builder flag(String name, String property, String value) {
            return rule(name, parameter -> switch (Texts.lower(parameter.decodedValue())) {
                case "true", "1" -> Map.of(property, value);
                case "false", "0" -> Map.of();
                default ->
                    throw new MalformedValueException(
                            "the value of " + parameter.where() + " is not allowed", "write true or false");
            });
        }

        /** Accepts what other tools write and has no meaning here. */
        Builder ignore(String... names) {
            for (String name : names) {
                rule(name, parameter -> Map.of());
            }
            return this;
        }

        /** Explains why a parameter that others know does not work here. */
        Builder refuse(String name, String reason, String next) {
            return rule(name, new Refused(reason, next));
        }

        ParameterTable build() {
            return new ParameterTable(new TreeMap<>(rules));
        }
    }
}
