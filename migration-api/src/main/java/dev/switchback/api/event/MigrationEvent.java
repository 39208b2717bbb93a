package dev.switchback.api.event;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.FailedStatement;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.Meanwhile;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Something that happened during a run. No event carries a secret. */
public sealed interface MigrationEvent {

    /**
     * This process waits for another one that migrates the same database, or for what such a process left behind.
     * Repeated about every ten seconds, and when somebody else is waited for.
     *
     * @param waited how long it has waited so far
     * @param holder who is waited for, if that can be told
     */
    record LockWaiting(Duration waited, Optional<LockHolder> holder) implements MigrationEvent {
        /** Checks that everything is there. */
        public LockWaiting {
            Objects.requireNonNull(waited, "waited");
            Objects.requireNonNull(holder, "holder");
        }
    }

    /**
     * This process waits for a database that does not answer yet, or is not at head yet. Sent at once and repeated about
     * every ten seconds.
     *
     * @param waited how long it has waited so far
     * @param reason why it has to wait, in words
     */
    record DatabaseWaiting(Duration waited, String reason) implements MigrationEvent {}

    /**
     * This process may migrate now.
     *
     * @param waited how long it waited
     */
    record LockAcquired(Duration waited) implements MigrationEvent {}

    /**
     * This process may migrate now, and holds no lock: {@code lock.type} is {@code none}. Sent instead of
     * {@link LockAcquired}, and by every other command that would have taken the lock.
     *
     * @param waited how long it waited for the engine used without Switchback
     */
    record LockSkipped(Duration waited) implements MigrationEvent {
        /** What everybody who reads of the run should know, in a sentence. */
        public String warning() {
            return "no migration lock is taken (lock.type=none): this is safe only while one process at a time migrates"
                    + " this database";
        }
    }

    /**
     * Others did, while this process waited, what it was about to do. Nothing or less is left to do.
     *
     * @param meanwhile what they did, and who they are
     */
    record DoneMeanwhile(Meanwhile meanwhile) implements MigrationEvent {}

    /**
     * The plan is made and the first migration is about to run. Not sent when there is nothing to do.
     *
     * @param direction up or down
     * @param from the version in effect
     * @param migrations what will run, in order
     */
    record RunStarted(Direction direction, Optional<MigrationVersion> from, List<Migration> migrations)
            implements MigrationEvent {
        /** Copies the list. */
        public RunStarted {
            migrations = List.copyOf(migrations);
        }
    }

    /**
     * A migration is about to run.
     *
     * @param direction up or down
     * @param migration the migration
     * @param script the file that runs
     * @param position its place in the run, from 1
     * @param total how many the run has
     * @param statements how many statements the file has
     */
    record MigrationStarted(
            Direction direction, Migration migration, String script, int position, int total, int statements)
            implements MigrationEvent {}

    /**
     * A migration that failed half-way is about to go on. Stands for {@link RunStarted} and {@link MigrationStarted} when
     * it is resumed.
     *
     * @param direction up or down
     * @param migration the migration
     * @param script the file that runs
     * @param from its first statement to run, from 1; one more than it has if none is left
     * @param total how many statements it has
     */
    record MigrationResumed(Direction direction, Migration migration, String script, int from, int total)
            implements MigrationEvent {}

    /**
     * A statement is about to be sent.
     *
     * @param script the file
     * @param index the statement's place in the file, from 1
     * @param line the line it starts on, from 1
     * @param sql the statement
     */
    record StatementStarted(String script, int index, int line, String sql) implements MigrationEvent {}

    /**
     * A statement waits for a lock of another session. Repeated about every ten seconds while it does.
     *
     * @param script the file
     * @param index the statement's place in the file, from 1
     * @param line the line it starts on, from 1
     * @param running how long ago it was sent
     * @param blockers who holds the lock, a line each; never empty
     */
    record StatementBlocked(String script, int index, int line, Duration running, List<String> blockers)
            implements MigrationEvent {
        /** Copies the list. */
        public StatementBlocked {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * A migration met a lock, was rolled back whole, and will be tried again.
     *
     * @param migration the migration
     * @param script the file
     * @param attempt which try comes now, from 2
     * @param attempts how many there will be at most
     * @param pause how long until then
     * @param blockers who held the lock, a line each; empty if that could not be told
     */
    record MigrationRetried(
            Migration migration, String script, int attempt, int attempts, Duration pause, List<String> blockers)
            implements MigrationEvent {
        /** Copies the list. */
        public MigrationRetried {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * A statement is done.
     *
     * @param script the file
     * @param index the statement's place in the file, from 1
     * @param duration how long it ran
     */
    record StatementFinished(String script, int index, Duration duration) implements MigrationEvent {}

    /**
     * A migration is done and recorded. In a run that is one transaction both become true when all of it is committed.
     *
     * @param direction up or down
     * @param migration the migration
     * @param script the file that ran
     * @param statements how many statements ran, without those that an earlier attempt had done
     * @param duration how long it took
     */
    record MigrationFinished(Direction direction, Migration migration, String script, int statements, Duration duration)
            implements MigrationEvent {}

    /**
     * A migration failed; the run ends here.
     *
     * @param direction up or down
     * @param migration the migration
     * @param script the file that failed
     * @param statement where and how
     */
    record MigrationFailed(Direction direction, Migration migration, String script, FailedStatement statement)
            implements MigrationEvent {}

    /**
     * A run in one transaction failed, and what it had finished before was rolled back with the rest. Sent last.
     *
     * @param direction up or down
     * @param migrations what had been told to be finished and is not, in order; never empty
     */
    record RunUndone(Direction direction, List<Migration> migrations) implements MigrationEvent {
        /** Copies the list. */
        public RunUndone {
            migrations = List.copyOf(migrations);
        }
    }

    /**
     * The run is over, and the history was read again and agrees with the plan.
     *
     * @param result what it did
     */
    record RunFinished(RunResult result) implements MigrationEvent {}
}
