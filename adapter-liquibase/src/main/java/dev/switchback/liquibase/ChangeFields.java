package dev.switchback.liquibase;

import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.DeleteDataChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.change.custom.CustomChangeWrapper;

/**
 * What can be written into a change. Liquibase leaves out what it does not know, at least in YAML and JSON, and takes for
 * false whatever is not true.
 *
 * @param names the names of what can be there
 * @param type what Liquibase makes of it
 * @param path named in problems
 */
record ChangeFields(Set<String> names, Class<?> type, String path) {

    private static final String COLUMN = "column";
    private static final String COLUMNS = "columns";
    private static final String PARAM = "param";
    private static final String PARAMS = "whereParams";

    static ChangeFields of(Change change, String path) {
        Set<String> names = new HashSet<>(change.getSerializableFields());
        if (names.contains(COLUMNS)) {
            names.add(COLUMN);
        }
        if (change instanceof UpdateDataChange || change instanceof DeleteDataChange) {
            names.add(PARAMS);
        }
        return new ChangeFields(names, change.getClass(), path);
    }

    /**
     * Checks everything in a change, or in a part of one.
     *
     * @throws SqlSyntaxProblem at the first thing that Liquibase would not take as it is written
     */
    void check(ChangelogNode node) {
        if (type == CustomChangeWrapper.class) {
            // its parameters are named as its class wants it
            return;
        }
        for (ChangelogNode child : node.children()) {
            if (!names.contains(child.name())) {
                throw problem(child, "is nothing that " + node.name() + " has", "correct or remove it");
            }
            if (isFlag(child.name())
                    && child.text()
                            .filter(text -> !text.matches("(?i)true|false"))
                            .isPresent()) {
                throw problem(child, "is neither true nor false", "write true or false");
            }
            inside(child);
        }
    }

    private SqlSyntaxProblem problem(ChangelogNode node, String reason, String advice) {
        return new SqlSyntaxProblem(path, node.line(), "'" + Shown.name(node.name()) + "' " + reason, advice);
    }

    private boolean isFlag(String name) {
        String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Stream.of(type.getMethods())
                .filter(method -> method.getName().equals(setter) && method.getParameterCount() == 1)
                .map(method -> method.getParameterTypes()[0])
                .anyMatch(parameter -> parameter == Boolean.class || parameter == boolean.class);
    }

    private void inside(ChangelogNode node) {
        switch (node.name()) {
            case COLUMNS -> new ChangeFields(Set.of(COLUMN), Object.class, path).check(node);
            case PARAMS -> new ChangeFields(Set.of(PARAM), Object.class, path).check(node);
            case COLUMN, PARAM ->
                new ChangeFields(new AddColumnConfig().getSerializableFields(), AddColumnConfig.class, path)
                        .check(node);
            case "constraints" ->
                new ChangeFields(new ConstraintsConfig().getSerializableFields(), ConstraintsConfig.class, path)
                        .check(node);
            default -> new ChangeFields(Set.of(), Object.class, path).check(node);
        }
    }
}
