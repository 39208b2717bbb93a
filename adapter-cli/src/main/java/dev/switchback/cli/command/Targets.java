package dev.switchback.cli.command;

import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Redaction;
import java.util.Optional;

/** Reads targets from the command line. */
final class Targets {
    private Targets() {}

    static Target parse(String text) {
        refuseUrl(text);
        return Target.parse(text);
    }

    /** What looks like a URL may hold a password, and must not be repeated. */
    static void refuseUrl(String text) {
        if (text.contains("://")
                || text.startsWith("jdbc:")
                || !Redaction.apply(text).equals(text)) {
            throw CommandRejectedException.usage(
                    "a URL stands where a target is expected", "give the database with --url or DATABASE_URL");
        }
    }

    /**
     * A target that stays the same if somebody else migrates in the meantime, so that what was confirmed is not done
     * twice.
     */
    static Target fixed(Optional<MigrationVersion> version) {
        return version.map(v -> Target.parse(v.text())).orElse(Target.base());
    }
}
