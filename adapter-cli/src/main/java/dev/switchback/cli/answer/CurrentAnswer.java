package dev.switchback.cli.answer;

import dev.switchback.api.model.MigrationVersion;
import dev.switchback.cli.terminal.Page;
import java.util.Optional;

/**
 * The version in effect, and nothing else, so that a script can use it.
 *
 * @param current the version; as text an empty line if none is in effect
 * @param behind whether that is not the newest one, and the exit code has to tell
 */
public record CurrentAnswer(Optional<MigrationVersion> current, boolean behind) implements Answer {

    @Override
    public ExitCode exitCode() {
        return behind ? ExitCode.PENDING : ExitCode.OK;
    }

    @Override
    public void describe(Page page) {
        page.line(current.map(MigrationVersion::text).orElse(""));
    }

    @Override
    public void describe(Document document) {
        document.text("current", current);
    }
}
