package dev.switchback.api.config;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code name=value} of a query, still encoded. Errors give its position, never its name: a password with an
 * unescaped question mark ends up here.
 *
 * @param position counted from 1
 * @param raw name and value as they were written
 * @param name what stands before the first equals sign
 * @param value what stands after it
 */
record QueryParameter(int position, String raw, String name, String value) {
    static List<QueryParameter> parseAll(String query) {
        List<QueryParameter> parameters = new ArrayList<>();
        for (String item : query.split("&", -1)) {
            if (!item.isEmpty()) {
                int equals = item.indexOf('=');
                String name = equals < 0 ? item : item.substring(0, equals);
                String value = equals < 0 ? "" : item.substring(equals + 1);
                parameters.add(new QueryParameter(parameters.size() + 1, item, name, value));
            }
        }
        return List.copyOf(parameters);
    }

    String where() {
        return "query parameter " + position;
    }

    String decodedValue() {
        return Texts.requireVisible(Percent.decode(value, "the value of " + where()), "the value of " + where());
    }

    @Override
    public String toString() {
        return where();
    }
}
