package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Puts renames into an order in which no new name is taken yet; a circle is opened with a name for the time between. */
final class RenameOrder {

    /**
     * One rename.
     *
     * @param before the name it has
     * @param after the name it gets
     */
    record Step(String before, String after) {}

    /** The words that give a column of a table another name. */
    @FunctionalInterface
    interface ColumnWords {
        String rename(ObjectName table, String before, String after);
    }

    private RenameOrder() {}

    /** A statement for each name, tables before columns. */
    static List<DdlStatement> oneByOne(Renames renames, BinaryOperator<String> tableWords, ColumnWords columnWords) {
        List<DdlStatement> script = new ArrayList<>();
        for (Step step : ofTables(renames)) {
            script.add(DdlStatement.of(tableWords.apply(step.before(), step.after())));
        }
        new TreeMap<>(renames.columns())
                .forEach((table, names) -> of(names)
                        .forEach(step ->
                                script.add(DdlStatement.of(columnWords.rename(table, step.before(), step.after())))));
        return script;
    }

    static List<Step> ofTables(Renames renames) {
        Map<String, String> names = new HashMap<>();
        renames.tables().forEach((before, after) -> names.put(before.name(), after.name()));
        return of(names);
    }

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
