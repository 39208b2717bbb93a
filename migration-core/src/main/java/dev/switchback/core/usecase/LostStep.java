package dev.switchback.core.usecase;

import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.Aftermath;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.SchemaVersionStore;
import dev.switchback.core.port.ScriptFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What became of a step whose connection was lost. If that was while it was committed, only the database knows, so the
 * history is read again over a new connection. Nothing is written: the lock may be lost as well.
 */
final class LostStep {

    private final MigrationStep step;
    private final SchemaVersionStore store;
    private final Journal journal;

    LostStep(MigrationStep step, SchemaVersionStore store, Journal journal) {
        this.step = step;
        this.store = store;
        this.journal = journal;
    }

    /**
     * What is known.
     *
     * @param recorded whether the step is done and recorded after all
     * @param state otherwise the state that it left
     * @param applied how many of its statements are applied for certain
     * @param entry what the journal says of it; empty if that is nothing, or if nobody answers
     */
    record Outcome(boolean recorded, DatabaseState state, int applied, Optional<JournalEntry> entry) {
        static Outcome of(DatabaseState state) {
            return new Outcome(false, state, 0, Optional.empty());
        }

        static Outcome of(JournalEntry entry) {
            DatabaseState state = entry.begun()
                    ? DatabaseState.UNKNOWN
                    : entry.isVoid() ? DatabaseState.UNCHANGED : DatabaseState.PARTIAL;
            return new Outcome(false, state, entry.done(), Optional.of(entry));
        }
    }

    /**
     * Looks.
     *
     * @param failure what the engine threw
     * @param journaled whether the step can leave statements behind
     * @param aftermath the lost session
     */
    Outcome look(ScriptFailedException failure, boolean journaled, Aftermath aftermath) {
        try {
            return aftermath.look(connection -> {
                if (isRecorded(connection)) {
                    return new Outcome(true, DatabaseState.UNCHANGED, 0, Optional.empty());
                }
                return (journaled ? entry(connection) : Optional.<JournalEntry>empty())
                        .map(Outcome::of)
                        .orElse(Outcome.of(DatabaseState.UNCHANGED));
            });
        } catch (SwitchbackException e) {
            // what was not even asked to be committed is rolled back by every server
            boolean certain = failure.statement().isPresent() && !journaled;
            return Outcome.of(certain ? DatabaseState.UNCHANGED : DatabaseState.UNKNOWN);
        }
    }

    private boolean isRecorded(Connection connection) throws SQLException {
        Optional<AppliedMigration> row = store.read(connection).stream()
                .filter(a -> MigrationIdentity.of(a)
                        .equals(MigrationIdentity.of(step.script().migration())))
                .findFirst();
        if (step.direction() == Direction.DOWN) {
            // the row of a failed attempt to revert it is not the end of it either
            return row.isEmpty();
        }
        // the row of a repeatable migration may still be that of its run before
        boolean again = step.applied().isPresent();
        return row.filter(AppliedMigration::inEffect)
                .filter(r -> !again || !store.isEdited(step.script(), r))
                .isPresent();
    }

    private Optional<JournalEntry> entry(Connection connection) throws SQLException {
        return journal.read(connection).stream()
                .filter(e ->
                        e.identity().equals(MigrationIdentity.of(step.script().migration())))
                .findFirst();
    }
}
