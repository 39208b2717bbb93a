package dev.switchback.core.usecase;

import dev.switchback.core.domain.DoneStatements;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Resumption;
import dev.switchback.core.port.Journal;
import dev.switchback.core.sql.ImplicitCommit;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.StatementFacts;
import dev.switchback.core.sql.StatementFacts.TableLocks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keeps the journal of one step that does not run in one transaction.
 *
 * <p>It is written in the transaction of the statements. Just before a statement that commits by itself it is told that
 * everything up to there is done and that this one is begun, which becomes true with that statement's implicit commit, or
 * is rolled back together with it; and after it, that the statement itself is done. So an entry with a statement begun
 * tells of one that may have taken effect or not, and what is in no entry was rolled back.
 */
final class StepJournal {

    private final MigrationStep step;
    private final Journal.Writer writer;
    private final Connection connection;
    private final DoneStatements done;
    private ImplicitCommit commit = ImplicitCommit.NEVER;
    /** The last statement can commit a part of what it does, and fail then. */
    private boolean inParts;

    /** The script has locked tables, so that the journal cannot be written until it gives them back. */
    private boolean locked;

    private final boolean again;
    private boolean opened;

    /**
     * Creates it; writes nothing.
     *
     * @param resumption what is done before, and whether there is an entry that says so; counted on by the caller
     */
    StepJournal(MigrationStep step, Journal.Writer writer, Connection connection, Resumption resumption) {
        this.step = step;
        this.writer = writer;
        this.connection = connection;
        this.done = resumption.done();
        this.again = resumption.again();
        this.opened = again;
    }

    /** The statement is about to be sent. */
    void begin(SqlStatement statement, StatementFacts facts) throws SQLException {
        boolean released = facts.tableLocks() == TableLocks.RELEASED;
        inParts = facts.commit() == ImplicitCommit.PERHAPS;
        commit = step.transactional() ? facts.commit() : outside(facts);
        if (locked) {
            commit = released ? commit : ImplicitCommit.NEVER;
        } else if (commit != ImplicitCommit.NEVER) {
            write(JournalEntry.of(step, done).begin(DoneStatements.mark(statement)));
            if (commit == ImplicitCommit.PERHAPS) {
                writer.watch();
            }
        }
        locked = facts.tableLocks() == TableLocks.TAKEN || (locked && !released);
    }

    /** Outside of a transaction each statement is its own, but for those that the script itself joins. */
    private ImplicitCommit outside(StatementFacts facts) {
        boolean opens = facts.transactionControl()
                .filter(words -> words.startsWith("BEGIN") || words.startsWith("START"))
                .isPresent();
        return opens ? ImplicitCommit.NEVER : ImplicitCommit.ALWAYS;
    }

    /** The statement succeeded, and is counted among those done. */
    void end() throws SQLException {
        if (commit == ImplicitCommit.NEVER || locked) {
            return;
        }
        write(JournalEntry.of(step, done));
        if (commit == ImplicitCommit.ALWAYS || writer.committed()) {
            if (step.transactional()) {
                connection.commit();
            }
        }
    }

    private void write(JournalEntry entry) throws SQLException {
        if (opened) {
            writer.note(entry);
        } else {
            writer.begin(entry);
            opened = true;
        }
    }

    /**
     * The step failed, and what could be rolled back is.
     *
     * @param refused whether the database itself refused the last statement
     * @return what is left to decide about; empty if nothing stayed
     */
    Optional<JournalEntry> fail(boolean refused) throws SQLException {
        Optional<JournalEntry> found = writer.find(step.script().script());
        if (found.isEmpty()) {
            return found;
        }
        JournalEntry entry = found.get();
        if (entry.begun() && refused && !inParts && !locked) {
            // a statement that is refused has no effect
            entry = entry.failed();
            writer.note(entry);
        }
        if (entry.isVoid()) {
            // an engine may still have a row of the attempt before, so that the next one is a resume again
            if (!again) {
                writer.remove(entry.script());
            }
            return Optional.empty();
        }
        return Optional.of(entry);
    }

    /** Whether the script holds table locks, beside which nothing else can be read. */
    boolean isLocked() {
        return locked;
    }

    /** The step came to its end and is recorded. */
    void close() throws SQLException {
        if (opened) {
            writer.remove(step.script().script());
        }
    }
}
