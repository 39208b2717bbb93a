package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration that began without one transaction around it and is not known to have ended.
 *
 * @param script the name of the file of the migration (not of its down script), without its folder
 * @param kind its kind
 * @param version its version; empty exactly for a repeatable one
 * @param description what it does
 * @param direction up or down
 * @param done how many statements are applied and stay applied
 * @param doneHash SHA-256 over those statements, in hexadecimal
 * @param begun whether the statement after them was begun and is not known to have ended
 * @param marks the marks of the first statements, of those done and the one begun, joined: they tell which one was
 *     edited
 * @param runner who ran it, in words; empty in an entry that is to be written
 */
public record JournalEntry(
        String script,
        MigrationKind kind,
        Optional<MigrationVersion> version,
        String description,
        Direction direction,
        int done,
        String doneHash,
        boolean begun,
        String marks,
        String runner) {
    /** Checks the numbers. */
    public JournalEntry {
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(doneHash, "doneHash");
        Objects.requireNonNull(marks, "marks");
        Objects.requireNonNull(runner, "runner");
        if (done < 0) {
            throw new IllegalArgumentException("negative number of statements");
        }
    }

    /**
     * The entry of a step.
     *
     * @param step the step
     * @param done its statements so far
     * @return nothing begun after them
     */
    public static JournalEntry of(MigrationStep step, DoneStatements done) {
        Migration migration = step.script().migration();
        String path = migration.script();
        return new JournalEntry(
                path.substring(path.lastIndexOf('/') + 1),
                migration.kind(),
                migration.version(),
                migration.description(),
                step.direction(),
                done.count(),
                done.hash(),
                false,
                done.marks(),
                "");
    }

    /**
     * The entry of a migration that failed without one, as under the plain engine.
     *
     * @param failed its row
     * @return nothing known to be done, and nothing begun
     */
    public static JournalEntry unknown(AppliedMigration failed) {
        return new JournalEntry(
                failed.script(),
                failed.kind(),
                failed.version(),
                failed.description(),
                failed.state() == AppliedMigration.State.FAILED_DOWN ? Direction.DOWN : Direction.UP,
                0,
                new DoneStatements().hash(),
                false,
                "",
                "");
    }

    /**
     * The same while a statement is under way.
     *
     * @param mark its mark
     * @return with the statement begun
     */
    public JournalEntry begin(String mark) {
        boolean room = marks.length() == done * DoneStatements.MARK_LENGTH && done < DoneStatements.MOST_MARKS;
        return with(true, room ? marks + mark : marks);
    }

    /** The same when it is known that the statement begun had no effect. */
    public JournalEntry failed() {
        return with(false, marks.substring(0, Math.min(marks.length(), done * DoneStatements.MARK_LENGTH)));
    }

    private JournalEntry with(boolean isBegun, String nowMarks) {
        return new JournalEntry(
                script, kind, version, description, direction, done, doneHash, isBegun, nowMarks, runner);
    }

    /** The migration that it is about. */
    public MigrationIdentity identity() {
        return MigrationIdentity.of(kind, version, description);
    }

    /** Whether nothing stayed, so that there is nothing to decide. */
    public boolean isVoid() {
        return done == 0 && !begun;
    }

    /**
     * The mark of a statement.
     *
     * @param index its place, from 1
     * @return empty if it has none: it did not run, or lies too far behind
     */
    public Optional<String> mark(int index) {
        int end = index * DoneStatements.MARK_LENGTH;
        boolean ran = index <= (begun ? done + 1 : done);
        return ran && end <= marks.length()
                ? Optional.of(marks.substring(end - DoneStatements.MARK_LENGTH, end))
                : Optional.empty();
    }
}
