package dev.switchback.cli.command;

import java.util.Map;
import java.util.Optional;

/** What other tools call our commands. They are not accepted, but answered with the right word. */
final class Synonyms {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("migrate", "upgrade"),
            Map.entry("up", "upgrade"),
            Map.entry("update", "upgrade"),
            Map.entry("apply", "upgrade"),
            Map.entry("deploy", "upgrade"),
            Map.entry("rollback", "downgrade -1"),
            Map.entry("undo", "downgrade -1"),
            Map.entry("down", "downgrade -1"),
            Map.entry("revert", "downgrade -1"),
            Map.entry("info", "status"),
            Map.entry("validate", "check"),
            Map.entry("verify", "check"),
            Map.entry("revision", "create"),
            Map.entry("new", "create"),
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

    private Synonyms() {}

    static Optional<String> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
