package dev.switchback.liquibase;

import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import dev.switchback.core.port.NativeFormat.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the change set out of the tree of a changelog, and says of everything that a migration cannot have why. What is not
 * known is refused: Liquibase would leave some of it out without a word. Used by one thread.
 */
final class ChangeSetReader {
    static final String ROOT = "databaseChangeLog";
    private static final String CHANGE_SET = "changeSet";
    private static final Set<String> QUOTING = Set.of("LEGACY", "QUOTE_ALL_OBJECTS", "QUOTE_ONLY_RESERVED_WORDS");
    private static final String TO_FOLDERS =
            "write a file for each database into a folder of its own, and set dirs to the folders";
    private static final String ALWAYS = "remove it: a migration is run by its version, on every database";

    /** What a change set can have for Liquibase and not for us, and what to do instead. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("dbms", TO_FOLDERS),
            Map.entry("context", ALWAYS),
            Map.entry("contexts", ALWAYS),
            Map.entry("contextFilter", ALWAYS),
            Map.entry("labels", ALWAYS),
            Map.entry("runOrder", "remove it: migrations run in the order of their versions"),
            Map.entry("preConditions", ALWAYS),
            Map.entry("validCheckSum", "remove it; an edit is accepted with: switchback repair --update-checksum"),
            Map.entry("modifySql", "write the SQL as it is to be, in a change of the type sql"),
            Map.entry("logicalFilePath", "remove it: the name of the file identifies the migration"),
            Map.entry("runWith", "remove it: no other program runs a migration"),
            Map.entry("runWithSpoolFile", "remove it: no other program runs a migration"),
            Map.entry("onValidationFail", "remove it: a migration that is not valid is not run"),
            Map.entry("created", "write it into the comment"),
            Map.entry("alwaysRun", "remove it; a repeatable migration runs again when it changes"));

    /** What a change set has for Liquibase unless it says otherwise, and may say here too. */
    private static final Map<String, String> DEFAULTS =
            Map.of("runAlways", "false", "failOnError", "true", "ignore", "false");

    private final MigrationFileName name;
    private final ChangeReader changes;
    private final List<Fault> faults;

    ChangeSetReader(MigrationFileName name, AllowedChanges allowed, List<Fault> faults) {
        this.name = name;
        this.changes = new ChangeReader(allowed, faults);
        this.faults = faults;
    }

    /** The change set; empty if there is not exactly one. */
    Optional<NativeChangeSet> read(ChangelogNode root) {
        if (!root.name().equals(ROOT)) {
            note(root.line(), "is no changelog of Liquibase: it has no " + ROOT, "begin it with " + ROOT);
            return Optional.empty();
        }
        root.children().forEach(this::checkInRoot);
        List<ChangelogNode> sets = root.all(CHANGE_SET).toList();
        if (sets.size() == 1) {
            return Optional.of(changeSet(sets.get(0)));
        }
        if (sets.isEmpty()) {
            note(root.line(), "has no change set, nothing to run", "write one, or delete the file");
        } else {
            note(
                    sets.get(1).line(),
                    "has " + sets.size() + " change sets, and one file is one migration",
                    "give each change set a file of its own");
        }
        return Optional.empty();
    }

    private void checkInRoot(ChangelogNode node) {
        switch (node.name()) {
            case CHANGE_SET -> {
                // read below
            }
            case "include", "includeAll" ->
                note(
                        node.line(),
                        "includes other files (" + node.name() + "), an edit of which nobody would notice",
                        "give each change set a file with a version of its own in this folder");
            case "property", "changeLogParameters" ->
                note(
                        node.line(),
                        "has properties of Liquibase",
                        "remove them, and use placeholders (placeholders.enabled=true, placeholders.<name>)");
            default ->
                note(
                        node.line(),
                        "has '" + Shown.name(node.name()) + "', which a migration cannot have",
                        "remove it: a migration is one change set");
        }
    }

    private NativeChangeSet changeSet(ChangelogNode set) {
        checkIdentity(set);
        checkRepeatable(set);
        List<ChangelogNode> found = new ArrayList<>();
        List<ChangelogNode> rollbacks = new ArrayList<>();
        for (ChangelogNode node : set.children()) {
            switch (node.name()) {
                case "id", "author", "runOnChange", "runInTransaction", "objectQuotingStrategy", "comment" -> {
                    // read by name
                }
                case "changes" -> found.addAll(node.children());
                case "rollback" -> rollbacks.add(node);
                default -> other(node, found);
            }
        }
        if (set.text().isPresent()) {
            note(set.line(), "has a text in its change set", "put SQL into a change of the type sql");
        }
        if (found.isEmpty()) {
            note(set.line(), "has no changes, nothing to run", "write them, or delete the file");
        }
        found.forEach(changes::check);
        if (name.prefix() == Prefix.R) {
            rollbacks.forEach(rollback -> note(
                    rollback.line(),
                    "has a rollback, but a repeatable migration is never reverted",
                    "remove the rollback"));
        }
        return new NativeChangeSet(
                set.text("id").orElse(""),
                flag(set, "runInTransaction").orElse(true),
                quoting(set),
                found,
                changes.rollback(rollbacks));
    }

    private void checkIdentity(ChangelogNode set) {
        require(set, "id", expectedId(name));
        require(set, "author", ChangeSetId.AUTHOR);
    }

    /** What the id of the change set has to be, so that it is the one of the row in the history. */
    static String expectedId(MigrationFileName name) {
        return name.version().map(MigrationVersion::text).orElseGet(() -> ChangeSetId.stem(name.fileName()));
    }

    private void require(ChangelogNode set, String key, String expected) {
        if (!set.text(key).equals(Optional.of(expected))) {
            note(
                    set.line(),
                    "has a change set of which the " + key + " is not the one that the history will show",
                    "write " + key + ": " + expected);
        }
    }

    private void checkRepeatable(ChangelogNode set) {
        boolean repeatable = name.prefix() == Prefix.R;
        boolean again = flag(set, "runOnChange").orElse(false);
        if (again && !repeatable) {
            note(
                    set.line(),
                    "says runOnChange, but what has a version runs once",
                    "remove it, or make the migration repeatable: R__<description>");
        } else if (repeatable && !again) {
            note(
                    set.line(),
                    "does not say runOnChange, but a repeatable migration runs again when it changes",
                    "write runOnChange: true");
        }
    }

    private Optional<Boolean> flag(ChangelogNode set, String key) {
        Optional<String> text = set.text(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            note(set.line(), "has another " + key + " than true or false", "write true or false");
        }
        return text.map(Boolean::valueOf);
    }

    private Optional<String> quoting(ChangelogNode set) {
        Optional<String> quoting = set.text("objectQuotingStrategy");
        if (quoting.filter(q -> !QUOTING.contains(q)).isPresent()) {
            note(
                    set.line(),
                    "has an unknown objectQuotingStrategy",
                    "write one of LEGACY, QUOTE_ALL_OBJECTS, QUOTE_ONLY_RESERVED_WORDS");
            return Optional.empty();
        }
        return quoting;
    }

    private void other(ChangelogNode node, List<ChangelogNode> found) {
        String key = node.name();
        if (DEFAULTS.containsKey(key)) {
            if (!node.text().equals(Optional.ofNullable(DEFAULTS.get(key)))) {
                note(
                        node.line(),
                        "has another " + key + " than " + DEFAULTS.get(key),
                        "remove it: a failure stops the run, and what is applied is not run again");
            }
        } else if (REFUSED.containsKey(key)) {
            note(
                    node.line(),
                    "has '" + key + "' in its change set, which a migration cannot have",
                    String.valueOf(REFUSED.get(key)));
        } else if (node.attribute()) {
            note(
                    node.line(),
                    "has '" + Shown.name(key) + "' in its change set, which Liquibase does not know",
                    "remove it");
        } else {
            found.add(node);
        }
    }

    private void note(int line, String reason, String advice) {
        faults.add(new Fault(line, reason, advice));
    }
}
