package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with the migration files or with the history.
 *
 * @param kind what kind of problem it is
 * @param script the file it concerns
 * @param version the version it concerns, if there is one
 * @param message what is wrong, in one sentence that names the file
 * @param nextStep what to do about it
 */
public record Problem(Kind kind, String script, Optional<MigrationVersion> version, String message, String nextStep) {

    /** The kinds of problem. */
    public enum Kind {
        /** An applied migration was edited. */
        CHANGED,
        /** The file of an applied migration has another name than when it was applied. */
        RENAMED,
        /** An applied migration has no file any more. */
        MISSING,
        /** The database has a migration newer than every file. */
        AHEAD,
        /** A migration is pending although a later one is applied. */
        OUT_OF_ORDER,
        /** A migration failed half-way, up or down. */
        FAILED,
        /** A file name does not follow the rules, or is too long. */
        BAD_NAME,
        /** Two files claim the same version or the same description. */
        DUPLICATE,
        /** A down script, or a script configuration, without its migration. */
        ORPHAN,
        /** The folder holds something that is not a migration and is not listed in {@code .switchbackignore}. */
        UNEXPECTED_FILE,
        /** The content cannot be used: not UTF-8, nothing to run, broken SQL, an unknown directive. */
        BAD_CONTENT,
        /** {@code migrations.sum} does not agree with the files. */
        SUM_MISMATCH,
        /** The database has the history of another engine, or tables but no history. */
        FOREIGN_HISTORY,
        /** An index that a pending script builds is there, but invalid: a killed or failed run left it behind. */
        INVALID_INDEX,
        /** A plan that was saved is not what would run now. */
        STALE_PLAN
    }

    /** Checks that everything is there. */
    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(nextStep, "nextStep");
    }
}
