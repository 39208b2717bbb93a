package dev.switchback.liquibase;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.DeleteDataChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.change.custom.CustomChangeWrapper;

/**
 * What can be written into a change. Liquibase leaves out what it does not know, at least in YAML and JSON.
 *
 * @param names the names of what can be there
 * @param any whether anything can
 */
record ChangeFields(Set<String> names, boolean any) {

    private static final String COLUMN = "column";
    private static final String COLUMNS = "columns";
    private static final String CONSTRAINTS = "constraints";

    static ChangeFields of(Change change) {
        Set<String> names = new HashSet<>(change.getSerializableFields());
        if (names.contains(COLUMNS)) {
            names.add(COLUMN);
        }
        if (change instanceof UpdateDataChange || change instanceof DeleteDataChange) {
            names.add("whereParams");
        }
        return new ChangeFields(names, change instanceof CustomChangeWrapper);
    }

    /** The first thing in a change that would be left out. */
    Optional<ChangelogNode> unknown(ChangelogNode change) {
        if (any) {
            return Optional.empty();
        }
        for (ChangelogNode child : change.children()) {
            Optional<ChangelogNode> unknown = names.contains(child.name()) ? inside(child) : Optional.of(child);
            if (unknown.isPresent()) {
                return unknown;
            }
        }
        return Optional.empty();
    }

    private static Optional<ChangelogNode> inside(ChangelogNode node) {
        return switch (node.name()) {
            case COLUMNS -> new ChangeFields(Set.of(COLUMN), false).unknown(node);
            case "whereParams" -> new ChangeFields(Set.of("param"), false).unknown(node);
            case COLUMN, "param" ->
                new ChangeFields(new AddColumnConfig().getSerializableFields(), false).unknown(node);
            case CONSTRAINTS -> new ChangeFields(new ConstraintsConfig().getSerializableFields(), false).unknown(node);
            default -> node.children().stream().findFirst();
        };
    }
}
