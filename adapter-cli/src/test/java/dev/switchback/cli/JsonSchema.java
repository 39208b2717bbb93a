package dev.switchback.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of JSON Schema that our schemas use, and no more: a keyword that it does not know is an error. Besides, it
 * tells which fields of a document no part of the schema describes.
 */
final class JsonSchema {

    private static final Set<String> TEXTS = Set.of("$schema", "title", "description", "$defs");

    private final Map<String, Object> root;

    private JsonSchema(Map<String, Object> root) {
        this.root = root;
    }

    /** A schema of the distribution. */
    static JsonSchema published(String name) {
        String file = "/dev/switchback/cli/schema/" + name;
        try (InputStream in = Objects.requireNonNull(JsonSchema.class.getResourceAsStream(file))) {
            return new JsonSchema(JSON.std.mapFrom(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document; empty if nothing is. */
    List<String> faults(Map<String, Object> document) {
        List<String> faults = new ArrayList<>();
        Set<String> described = new HashSet<>();
        check(document, root, "$", faults, described);
        undescribed(document, "$", described, faults);
        return faults;
    }

    private static void undescribed(@Nullable Object value, String at, Set<String> described, List<String> faults) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> {
                String path = at + "." + name;
                if (!described.contains(path)) {
                    faults.add(path + " is in no schema");
                }
                undescribed(field, path, described, faults);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> undescribed(item, at + "[]", described, faults));
        }
    }

    private void check(
            @Nullable Object value, Map<String, Object> schema, String at, List<String> faults, Set<String> described) {
        for (Map.Entry<String, Object> keyword : schema.entrySet()) {
            Object rule = keyword.getValue();
            switch (keyword.getKey()) {
                case "type" -> {
                    List<?> types = rule instanceof List<?> list ? list : List.of(rule);
                    if (types.stream().noneMatch(type -> isOf(value, type.toString()))) {
                        faults.add(at + " is not of type " + types + ": " + value);
                    }
                }
                case "const" -> {
                    if (!Objects.equals(value, rule)) {
                        faults.add(at + " is not " + rule + ": " + value);
                    }
                }
                case "enum" -> {
                    if (!((List<?>) rule).contains(value)) {
                        faults.add(at + " is none of " + rule + ": " + value);
                    }
                }
                case "required" -> {
                    for (Object name : (List<?>) rule) {
                        if (value instanceof Map<?, ?> map && !map.containsKey(name)) {
                            faults.add(at + " lacks " + name);
                        }
                    }
                }
                case "properties" -> properties(value, map(rule), at, faults, described);
                case "items" -> {
                    if (value instanceof List<?> list) {
                        list.forEach(item -> check(item, map(rule), at + "[]", faults, described));
                    }
                }
                case "$ref" -> check(value, definition(rule.toString()), at, faults, described);
                case "allOf" -> ((List<?>) rule).forEach(each -> check(value, map(each), at, faults, described));
                case "anyOf" -> anyOf(value, (List<?>) rule, at, faults, described);
                case "if" -> {
                    if (fits(value, map(rule), new HashSet<>())) {
                        check(value, map(schema.get("then")), at, faults, described);
                    }
                }
                case "then" -> {
                    // belongs to if
                }
                default -> {
                    if (!TEXTS.contains(keyword.getKey())) {
                        throw new AssertionError("unknown keyword " + keyword.getKey());
                    }
                }
            }
        }
    }

    private void properties(
            @Nullable Object value, Map<String, Object> rules, String at, List<String> faults, Set<String> described) {
        if (value instanceof Map<?, ?> fields) {
            rules.forEach((name, rule) -> {
                if (fields.containsKey(name)) {
                    described.add(at + "." + name);
                    check(fields.get(name), map(rule), at + "." + name, faults, described);
                }
            });
        }
    }

    private void anyOf(@Nullable Object value, List<?> rules, String at, List<String> faults, Set<String> described) {
        for (Object rule : rules) {
            Set<String> here = new HashSet<>();
            List<String> none = new ArrayList<>();
            check(value, map(rule), at, none, here);
            if (none.isEmpty()) {
                described.addAll(here);
                return;
            }
        }
        faults.add(at + " fits none of several: " + value);
    }

    private boolean fits(@Nullable Object value, Map<String, Object> rule, Set<String> described) {
        List<String> faults = new ArrayList<>();
        check(value, rule, "", faults, described);
        return faults.isEmpty();
    }

    private Map<String, Object> definition(String reference) {
        String name = reference.substring("#/$defs/".length());
        return map(Objects.requireNonNull(map(root.get("$defs")).get(name), reference));
    }

    private static boolean isOf(@Nullable Object value, String type) {
        return switch (type) {
            case "null" -> value == null;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> throw new AssertionError("unknown type " + type);
        };
    }

    @SuppressWarnings("unchecked") // objects of JSON have strings for names
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
