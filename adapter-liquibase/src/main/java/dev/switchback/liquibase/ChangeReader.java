package dev.switchback.liquibase;

import dev.switchback.core.port.NativeFormat.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges changes by what is written, without Liquibase: by their types, and by what would lead out of the file.
 *
 * @param allowed which types may be there
 * @param faults where to note what is wrong
 */
record ChangeReader(AllowedChanges allowed, List<Fault> faults) {

    /** What names another file. */
    private static final Set<String> FILES =
            Set.of("path", "file", "relativeToChangelogFile", "valueBlobFile", "valueClobFile");

    private static final String SQL = "sql";

    void check(ChangelogNode change) {
        String type = change.name();
        Optional<String> obstacle = ChangeTypes.obstacle(type);
        if (obstacle.isPresent()) {
            note(change, "has a change of the type " + type + ", which " + obstacle.get(), "write it in SQL");
        } else if (!ChangeTypes.all().contains(type)) {
            note(
                    change,
                    "has '" + Shown.name(type) + "', which is no type of change that is known here",
                    ChangeTypes.meant(type).orElse("write it in SQL"));
        } else if (!allowed.contains(type)) {
            note(
                    change,
                    "has a change of the type " + type + ", which is code and not SQL",
                    AllowedChanges.advice(type));
        } else {
            checkFiles(change);
        }
    }

    private void checkFiles(ChangelogNode change) {
        change.whole()
                .filter(node -> FILES.contains(node.name()))
                .findFirst()
                .ifPresent(node -> note(
                        node,
                        "has '" + node.name() + "', which takes something from another file, an edit of which nobody"
                                + " would notice",
                        "write it into this file"));
    }

    /** The changes that take the change set back; empty if it does not say. */
    Optional<List<ChangelogNode>> rollback(List<ChangelogNode> rollbacks) {
        if (rollbacks.isEmpty()) {
            return Optional.empty();
        }
        List<ChangelogNode> found = new ArrayList<>();
        for (ChangelogNode rollback : rollbacks) {
            if (rollback.isEmpty()) {
                note(
                        rollback,
                        "has an empty rollback, which takes nothing back",
                        "write what takes the changes back, or remove it; then they are taken back only as far as they"
                                + " take themselves back");
            } else if (rollback.children().isEmpty()) {
                rollback.text().ifPresent(sql -> found.add(ChangelogNode.of(SQL, rollback.line(), sql)));
            } else if (rollback.text().isPresent()
                    || rollback.children().stream().anyMatch(ChangelogNode::attribute)
                    || rollback.all("changeSetId").findAny().isPresent()) {
                note(
                        rollback,
                        "has a rollback that refers to another change set, or mixes SQL and changes",
                        "write out what takes the changes back");
            } else {
                found.addAll(rollback.children());
            }
        }
        found.removeIf(node -> node.name().equals("comment"));
        found.forEach(this::check);
        return Optional.of(found);
    }

    private void note(ChangelogNode node, String reason, String advice) {
        faults.add(new Fault(node.line(), reason, advice));
    }
}
