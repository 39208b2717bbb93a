package dev.switchback.tck.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RepairAction;
import dev.switchback.tck.HistoryLines;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at what one fault has left, and lets the next command mend it. */
final class Aftermath {

    private final FaultBench bench;
    private final FaultCommand command;
    private final Undisturbed undisturbed;
    private final FaultySource source;
    private final Fault fault;

    Aftermath(FaultBench bench, FaultCommand command, Undisturbed undisturbed, FaultySource source, Fault fault) {
        this.bench = bench;
        this.command = command;
        this.undisturbed = undisturbed;
        this.source = source;
        this.fault = fault;
    }

    FaultTally.Left survive(@Nullable Throwable thrown) {
        assertThat(bench.database().openConnections())
                .as("connections that were not given back")
                .isZero();
        if (fault == Fault.ERROR && thrown != null) {
            assertThat(thrown).isInstanceOf(Fault.OutOfMemory.class);
        } else if (thrown != null) {
            assertThat(thrown).isInstanceOf(SwitchbackException.class);
        }
        Picture picture = command.relevant(bench.picture());
        Optional<Problem> failed = command.runs().isEmpty() ? Optional.empty() : failed();
        if (failed.isPresent()) {
            settle(Told.of(failed.get()), leg(failed.get()), picture, thrown);
            again();
            return FaultTally.Left.HALF_A_MIGRATION;
        }
        int done = undisturbed.whole().indexOf(picture);
        if (done < 0) {
            throw new AssertionError("not whole migrations: " + picture.nearest(undisturbed.whole()));
        }
        assertClaims(thrown, done);
        boolean atEnd = done == undisturbed.whole().size() - 1;
        if (command.isAsOne()) {
            assertThat(done == 0 || atEnd)
                    .as("all or nothing, but %d migrations", done)
                    .isTrue();
        }
        if (thrown == null) {
            assertThat(atEnd).as("at the end").isTrue();
        }
        again();
        return atEnd ? FaultTally.Left.EVERYTHING_DONE : FaultTally.Left.WHOLE_MIGRATIONS;
    }

    private Optional<Problem> failed() {
        try (MigrationManager manager = bench.open()) {
            return manager.check().problems().stream()
                    .filter(problem -> problem.kind() == Problem.Kind.FAILED)
                    .findFirst();
        }
    }

    private int leg(Problem failed) {
        return undisturbed.course().orElseThrow().indexOf(failed.script());
    }

    /** What an error says of the database is true. */
    private void assertClaims(@Nullable Throwable thrown, int done) {
        if (!(thrown instanceof SwitchbackException error) || error.databaseState() == DatabaseState.UNKNOWN) {
            return;
        }
        assertThat(error.databaseState()).as(error.toString()).isEqualTo(DatabaseState.UNCHANGED);
        if (error instanceof MigrationFailedException failed) {
            assertThat(failed.completed().executed()).as(error.toString()).hasSize(done);
        } else if (error instanceof DatabaseAccessException broken
                && broken.completed().isPresent()) {
            assertThat(broken.completed().get().executed()).as(error.toString()).hasSize(done);
        } else if (command.runs().isEmpty()) {
            assertThat(done).as(error.toString()).isZero();
        }
    }

    /**
     * What a person does who was told how far a migration got: looks whether the statement in doubt took effect, and then
     * takes the migration back by hand, or finishes it by hand, or lets it go on; by turns.
     */
    private void settle(Told told, int leg, Picture picture, @Nullable Throwable thrown) {
        Course course = undisturbed.course().orElseThrow();
        assertThat(course.legs().get(leg).atomic())
                .as("half a migration where there can be none: " + told)
                .isFalse();
        int applied = look(told, leg, picture);
        assertClaims(thrown, told);
        boolean up = command.runs().orElseThrow() == Direction.UP;
        int way = Math.floorMod(source.hashOfPlace(), 3);
        if (way < 2) {
            bench.byHand(
                    course, leg, way == 0 ? course.legs().get(leg).statements().size() : 0);
        }
        RepairAction action = way == 2
                ? told.resume(applied)
                : (way == 0) == up
                        ? new RepairAction.MarkApplied(told.name())
                        : new RepairAction.MarkReverted(told.name());
        bench.with(manager -> assertThat(manager.repair(action).remaining()).isEmpty());
        assertThat(Undisturbed.history(bench))
                .as("after " + action)
                .isEqualTo(undisturbed.histories().get(way == 1 ? leg : leg + 1));
    }

    private int look(Told told, int leg, Picture picture) {
        List<Picture> places = undisturbed.statements().get(leg);
        for (int applied = told.done(); applied <= Math.min(told.atMost(), places.size() - 1); applied++) {
            if (places.get(applied).equals(made(picture))) {
                return applied;
            }
        }
        throw new AssertionError(told + ", but " + made(picture).nearest(places));
    }

    /** An error in the middle of a migration says the same as the journal. */
    private static void assertClaims(@Nullable Throwable thrown, Told told) {
        if (thrown instanceof MigrationFailedException error && error.databaseState() == DatabaseState.PARTIAL) {
            assertThat(error.statement().applied()).as(error.toString()).isEqualTo(told.done());
            assertThat(told.doubt()).as(error.toString()).isFalse();
        } else if (thrown instanceof SwitchbackException error) {
            assertThat(error.databaseState()).as(error.toString()).isEqualTo(DatabaseState.UNKNOWN);
        }
    }

    private Picture made(Picture picture) {
        return picture.without(bench.historyTable()).without(Picture.JOURNAL);
    }

    /** The same command once more, by somebody else, comes to the end that an undisturbed run has. */
    private void again() {
        try (MigrationManager manager = bench.open()) {
            if (command.runs().isEmpty() && bench.picture().equals(undisturbed.end())) {
                repeated(manager);
            } else {
                command.run(manager);
            }
            assertThat(made(bench.picture()).differences(made(undisturbed.end())))
                    .isEmpty();
            assertThat(HistoryLines.of(manager.history())).isEqualTo(undisturbed.historyAtEnd());
            assertThat(manager.check().problems()).isEmpty();
            assertThat(bench.liquibaseLocks()).doesNotContain("1", "true", "t", "TRUE");
        }
    }

    /** A stamp and an accepted edit can be repeated; of the other repairs nothing is left to do. */
    private void repeated(MigrationManager manager) {
        InvalidTargetException refused = catchThrowableOfType(InvalidTargetException.class, () -> command.run(manager));
        assertThat(refused != null).as("refused: %s", refused).isEqualTo(command.canBeDoneOnce());
    }
}
