package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RepairAction;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MigrationFolder;
import dev.switchback.tck.fault.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a process in the middle of a long run, and lets the next upgrade mend it: with no
 * manual step where DDL can be rolled back, and else at most with one decision about a migration that is named.
 */
final class CrashTrial {

    /** One in so many is killed before its first migration: while it starts, connects, locks, makes the history. */
    private static final int EARLY = 10;

    private final Pair pair;
    private final Path project;
    private final Random random;
    private final Traces traces;
    private Duration startUp = Duration.ZERO;
    private Duration perMigration = Duration.ZERO;

    /**
     * Prepares a trial.
     *
     * @param pair what to try
     * @param project an empty folder
     * @param random chooses the moments
     * @param migrations how many there are in a run
     */
    CrashTrial(Pair pair, Path project, Random random, int migrations) {
        this.pair = pair;
        this.traces = new Traces(migrations);
        this.project = project;
        this.random = random;
    }

    /**
     * Kills so many processes, each in a run of its own.
     *
     * @param kills how many
     * @param deadline when to stop in any case
     */
    CrashTally run(int kills, Deadline deadline) throws IOException, SQLException {
        CrashTally tally = new CrashTally();
        traces.write(new MigrationFolder(project.resolve("migrations")), traces.count());
        try (FreshDatabase database = pair.product().fresh(project)) {
            measure(database);
            while (tally.killed() < kills && deadline.isOpen()) {
                database.clear();
                if (killed(database)) {
                    recover(database, tally);
                } else {
                    tally.tooLate();
                }
                traces.assertEachRanOnce(database, pair.engine().info().historyTable());
                assertThat(tally.attempts()).as("attempts; %s", tally).isLessThanOrEqualTo(2 * kills);
            }
        }
        return tally;
    }

    /** An undisturbed run, so that kills can be spread over the whole of it. */
    private void measure(FreshDatabase database) throws IOException, SQLException {
        long start = System.nanoTime();
        try (Jvm child = start(database)) {
            assertThat(child.prints(Child.STARTED, 1)).as("%s", child).isTrue();
            startUp = Duration.ofNanos(System.nanoTime() - start);
            assertThat(child.prints(Child.DONE, traces.count())).isTrue();
            perMigration =
                    Duration.ofNanos(System.nanoTime() - start).minus(startUp).dividedBy(traces.count());
            assertThat(child.waitFor()).as(child.output()).isZero();
        }
        traces.assertEachRanOnce(database, pair.engine().info().historyTable());
    }

    private Jvm start(FreshDatabase database) throws IOException {
        return Jvm.start(
                project, Child.class, Map.of(), pair.engineId(), database.url(), project.toString(), "up", "head");
    }

    /** Starts a run and kills it somewhere; false if it came to its end before. */
    private boolean killed(FreshDatabase database) throws IOException {
        try (Jvm child = start(database)) {
            if (random.nextInt(EARLY) == 0) {
                pause(startUp);
            } else {
                child.prints(Child.STARTED, 1);
                child.prints(Child.DONE, random.nextInt(traces.count()));
                pause(perMigration.multipliedBy(2));
            }
            child.kill();
            return child.waitFor() != 0;
        }
    }

    private void pause(Duration atMost) {
        LockSupport.parkNanos((long) (random.nextDouble() * atMost.toNanos()));
    }

    private void recover(FreshDatabase database, CrashTally tally) throws SQLException {
        try (MigrationManager manager = pair.open(project, database.url())) {
            HistoryMismatchException refused = catchThrowableOfType(HistoryMismatchException.class, manager::upgrade);
            if (refused == null) {
                tally.wentOn();
            } else {
                assertThat(pair.rollsBackDdl()).as(refused.toString()).isFalse();
                decide(database, manager, refused.problems());
                manager.upgrade();
                tally.decided();
            }
            assertThat(manager.status().upToDate()).isTrue();
        }
    }

    /** What a person does who was told how far it got: looks, and finishes it, takes it back, or lets it go on. */
    private void decide(FreshDatabase database, MigrationManager manager, List<Problem> problems) throws SQLException {
        assertThat(problems).hasSize(1);
        Told told = Told.of(problems.get(0));
        int version = Integer.parseInt(told.name());
        int applied = Traces.effects(database, version);
        assertThat(applied).as(problems.get(0).message()).isBetween(told.done(), told.atMost());
        RepairAction action = switch (random.nextInt(3)) {
            case 0 -> {
                Traces.finish(database, version);
                yield new RepairAction.MarkApplied(told.name());
            }
            case 1 -> {
                Traces.undo(database, version);
                yield new RepairAction.MarkReverted(told.name());
            }
            default -> told.resume(applied);
        };
        assertThat(manager.repair(action).remaining()).isEmpty();
    }
}
