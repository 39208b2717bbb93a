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
            Map.entry("unlock", "lock status"),
            Map.entry("list-locks", "lock status"),
            Map.entry("release-locks", "lock status"));

    private Synonyms() {}

    static Optional<String> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
