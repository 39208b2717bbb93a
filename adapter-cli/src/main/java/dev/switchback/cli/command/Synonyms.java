package dev.switchback.cli.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What other tools call our commands. A few short ones are accepted; the others, which elsewhere mean something near but
 * not the same, are answered with the right word.
 */
final class Synonyms {

    /** By the name of the command. */
    private static final Map<String, List<String>> ALIASES =
            Map.of("create", List.of("new"), "upgrade", List.of("up", "apply"), "downgrade", List.of("down"));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("migrate", "upgrade"),
            Map.entry("update", "upgrade"),
            Map.entry("deploy", "upgrade"),
            Map.entry("rollback", "downgrade -1"),
            Map.entry("undo", "downgrade -1"),
            Map.entry("revert", "downgrade -1"),
            Map.entry("info", "status"),
            Map.entry("validate", "check"),
            Map.entry("verify", "check"),
            Map.entry("revision", "create"),
            Map.entry("add", "create"),
            Map.entry("generate", "create"),
            Map.entry("baseline", "stamp"),
            Map.entry("log", "history"),
            Map.entry("clean", "downgrade base"),
            Map.entry("drop-all", "downgrade base"),
            Map.entry("reset", "downgrade base"),
            Map.entry("dry-run", "plan"),
            Map.entry("update-sql", "plan"),
            Map.entry("sqlmigrate", "plan"),
            Map.entry("showmigrations", "status"),
            Map.entry("makemigrations", "create"),
            Map.entry("migrations", "status"),
            Map.entry("merge", "rebase"),
            Map.entry("details", "show"),
            Map.entry("completions", "completion bash"),
            Map.entry("unlock", "lock release"),
            Map.entry("list-locks", "lock status"),
            Map.entry("release-locks", "lock release"));

    /** To a shorter option too many others are near. */
    private static final int SHORT = 6;

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("--database", "--url"),
            Map.entry("--database-url", "--url"),
            Map.entry("--jdbc-url", "--url"),
            Map.entry("--db", "--url"),
            Map.entry("--host", "--url"),
            Map.entry("--password", GlobalOptions.PASSWORD_FILE),
            Map.entry("--locations", GlobalOptions.DIR),
            Map.entry("--path", GlobalOptions.DIR),
            Map.entry("--migrations", GlobalOptions.DIR),
            Map.entry("--format", GlobalOptions.OUTPUT),
            Map.entry("--force", GlobalOptions.YES),
            Map.entry("--table", "--history-table"));

    private Synonyms() {}

    /** Our option for what others call otherwise, or for what is nearly that, or nearly one of ours. */
    static Optional<String> ofOption(String name, Collection<String> ours) {
        if (OPTIONS.containsKey(name) || name.length() < SHORT) {
            return Optional.ofNullable(OPTIONS.get(name));
        }
        Set<String> known = new TreeSet<>(ours);
        known.addAll(OPTIONS.keySet());
        return Nearest.to(name, known).map(near -> ours.contains(near) ? near : OPTIONS.getOrDefault(near, near));
    }

    /** The other names of a command. */
    static String[] aliases(String command) {
        return ALIASES.getOrDefault(command, List.of()).toArray(String[]::new);
    }

    /** The command that a word names, by its own name or another one; else the word itself. */
    static String commandOf(String word) {
        for (Map.Entry<String, List<String>> names : ALIASES.entrySet()) {
            if (names.getValue().contains(word)) {
                return names.getKey();
            }
        }
        return word;
    }

    static Optional<String> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
