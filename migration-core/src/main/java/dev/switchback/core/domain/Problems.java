package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.ShellWord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wording of everything that can be wrong between files and history, in one place. */
final class Problems {
    private Problems() {}

    static Problem changed(Migration offered) {
        return new Problem(
                Problem.Kind.CHANGED,
                offered.script(),
                offered.version(),
                offered.script() + " was edited after it was applied",
                "restore the file, or accept the edit: switchback repair --update-checksum " + name(offered));
    }

    static Problem renamed(Migration offered, AppliedMigration applied) {
        return new Problem(
                Problem.Kind.RENAMED,
                offered.script(),
                offered.version(),
                offered.script() + " was applied as " + applied.script() + ": its file was renamed",
                "rename it back, or accept the new name: switchback repair --update-checksum " + name(offered));
    }

    /** A version that has another file now does not tell which is meant. */
    static Problem missing(AppliedMigration applied, boolean versionHasFile) {
        if (isJavaClass(applied.script())) {
            return new Problem(
                    Problem.Kind.MISSING,
                    applied.script(),
                    applied.version(),
                    applied.script() + " is applied, but it is a Java migration, and those are not run here",
                    "write what it did in "
                            + applied.script().substring(applied.script().lastIndexOf('.') + 1)
                            + MigrationFileName.SUFFIX
                            + ", which only databases without it will run; or set missing=warn");
        }
        return new Problem(
                Problem.Kind.MISSING,
                applied.script(),
                applied.version(),
                applied.script() + " is applied, but its file is gone",
                "restore the file, or forget it: switchback repair --forget-missing "
                        + (versionHasFile ? new ShellWord(applied.script()) : name(applied)));
    }

    /** Of a baseline that this database neither has nor gets. */
    static Problem skipped(Migration baseline, Optional<MigrationVersion> current) {
        String version = baseline.version().orElseThrow().text();
        return new Problem(
                Problem.Kind.MISSING,
                baseline.script(),
                baseline.version(),
                baseline.script() + " has taken the place of files that this database, at "
                        + current.map(MigrationVersion::text).orElse("base")
                        + ", has not had; it runs on a database without history only",
                "bring those files back and upgrade with them first; or if the database has all that they made:"
                        + " switchback stamp --purge " + new ShellWord(version));
    }

    static Problem ahead(AppliedMigration applied, Optional<MigrationVersion> head) {
        return new Problem(
                Problem.Kind.AHEAD,
                applied.script(),
                applied.version(),
                applied.script() + " is applied, but these files end at "
                        + head.map(MigrationVersion::text).orElse("nothing"),
                "deploy the build that brought it, or set ahead=warn");
    }

    static Problem outOfOrder(Migration offered, MigrationVersion current) {
        return new Problem(
                Problem.Kind.OUT_OF_ORDER,
                offered.script(),
                offered.version(),
                offered.script() + " is not applied although " + current + " is",
                "give it a newer version with: switchback rebase, or apply it all the same: out-of-order=apply,"
                        + " or switchback upgrade --allow-out-of-order");
    }

    /** With what the journal knows, or without, after a failure of the plain engine. */
    static Problem failed(AppliedMigration applied, @Nullable Attempt attempt, boolean hasFile) {
        if (attempt != null) {
            return new Problem(
                    Problem.Kind.FAILED, applied.script(), applied.version(), attempt.message(), attempt.nextStep());
        }
        JournalEntry entry = JournalEntry.unknown(applied);
        boolean down = entry.direction() == Direction.DOWN;
        String name = name(applied).text();
        return new Problem(
                Problem.Kind.FAILED,
                applied.script(),
                applied.version(),
                (down ? "the down script of " : "") + applied.script() + " failed half-way and needs a decision",
                hasFile
                        ? Attempt.nextStepUncounted(name, entry.direction())
                        : "look at the database, " + Attempt.byHand(name, entry.direction()));
    }

    /** Of a Java migration Flyway records the name of its class, which ends with a description; a file has a suffix there. */
    private static boolean isJavaClass(String script) {
        int description = script.lastIndexOf("__");
        return description >= 0 && script.indexOf('.', description) < 0;
    }

    private static ShellWord name(Migration offered) {
        return new ShellWord(offered.version().map(MigrationVersion::text).orElse(offered.script()));
    }

    private static ShellWord name(AppliedMigration applied) {
        return new ShellWord(applied.version().map(MigrationVersion::text).orElse(applied.script()));
    }
}
