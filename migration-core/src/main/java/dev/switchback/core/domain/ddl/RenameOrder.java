package dev.switchback.core.domain.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts renames into an order in which no new name is taken yet; a circle is opened with a name for the time between. */
final class RenameOrder {

    /**
     * One rename.
     *
     * @param before the name it has
     * @param after the name it gets
     */
    record Step(String before, String after) {}

    private RenameOrder() {}

    static List<Step> of(Map<String, String> names) {
        Map<String, String> left = new TreeMap<>(names);
        left.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        List<Step> steps = new ArrayList<>();
        while (!left.isEmpty()) {
            String next = left.keySet().stream()
                    .filter(name -> !left.containsKey(left.get(name)))
                    .findFirst()
                    .orElse("");
            if (next.isEmpty()) {
                String first = left.keySet().iterator().next();
                String between = first + "_";
                steps.add(new Step(first, between));
                left.put(between, String.valueOf(left.remove(first)));
            } else {
                steps.add(new Step(next, String.valueOf(left.remove(next))));
            }
        }
        return steps;
    }
}
