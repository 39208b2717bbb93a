package dev.switchback.api.model;

import java.util.Optional;

/**
 * What {@code autoUpgrade} did.
 *
 * @param pendingBefore how many migrations were pending when it looked
 * @param run the upgrade, if one was needed; it has no migrations in it if another process was faster
 */
public record AutoUpgradeResult(int pendingBefore, Optional<RunResult> run) {

    /** Whether this process applied anything. */
    public boolean upgraded() {
        return run.map(RunResult::changedAnything).orElse(false);
    }

    /** One sentence that tells what happened. */
    public String summary() {
        if (run.isEmpty()) {
            return "already up to date, nothing was pending";
        }
        RunResult result = run.get();
        if (!result.changedAnything()) {
            return "nothing to do: "
                    + result.meanwhile().map(Meanwhile::summary).orElse("another process applied what was pending");
        }
        return "applied " + result.executed().size() + " of " + pendingBefore + " pending, now at "
                + result.to().map(MigrationVersion::text).orElse("base")
                + result.meanwhile().map(m -> "; " + m.summary()).orElse("");
    }
}
