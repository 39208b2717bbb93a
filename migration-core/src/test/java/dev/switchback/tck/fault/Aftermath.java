package dev.switchback.tck.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.RepairAction;
import dev.switchback.tck.HistoryLines;
import java.sql.SQLException;
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

    FaultTally.Left survive(@Nullable Throwable thrown) throws SQLException {
        assertThat(bench.database().openConnections())
                .as("connections that were not given back")
                .isZero();
        if (fault == Fault.ERROR && thrown != null) {
            assertThat(thrown).isInstanceOf(Fault.OutOfMemory.class);
        } else if (thrown != null) {
            assertThat(thrown).isInstanceOf(SwitchbackException.class);
        }
        Picture picture = bench.picture();
        Optional<AppliedMigration> failed = command.runs().isEmpty() ? Optional.empty() : failed();
        if (failed.isPresent()) {
            assertToldTruly(failed.get(), picture, thrown);
            settle(failed.get(), picture);
            again();
            return FaultTally.Left.HALF_A_MIGRATION;
        }
        int done = undisturbed.whole().indexOf(picture);
        if (done < 0) {
            throw new AssertionError("not whole migrations: " + picture.nearest(undisturbed.whole()));
        }
        assertClaims(thrown, done);
        boolean atEnd = done == undisturbed.whole().size() - 1;
        if (thrown == null) {
            assertThat(atEnd).as("at the end").isTrue();
        }
        again();
        return atEnd ? FaultTally.Left.EVERYTHING_DONE : FaultTally.Left.WHOLE_MIGRATIONS;
    }

    private Optional<AppliedMigration> failed() {
        try (MigrationManager manager = bench.open()) {
            return manager.history().stream().filter(AppliedMigration::failed).findFirst();
        }
    }

    /** What an error says of the database is true. */
    private void assertClaims(@Nullable Throwable thrown, int done) {
        if (!(thrown instanceof SwitchbackException error) || error.databaseState() == DatabaseState.UNKNOWN) {
            return;
        }
        assertThat(error.databaseState()).as(error.toString()).isEqualTo(DatabaseState.UNCHANGED);
        if (error instanceof MigrationFailedException failed) {
            assertThat(failed.completed().executed()).as(error.toString()).hasSize(done);
        } else if (command.runs().isEmpty()) {
            assertThat(done).as(error.toString()).isZero();
        }
    }

    /** The journal says how far the migration got, or one statement less: the one to look at. */
    private void assertToldTruly(AppliedMigration failed, Picture picture, @Nullable Throwable thrown)
            throws SQLException {
        int leg = leg(failed);
        assertThat(undisturbed.course().orElseThrow().legs().get(leg).atomic())
                .as("half a migration where there can be none: " + failed)
                .isFalse();
        int done = bench.journaled(failed.script()).orElseThrow(() -> new AssertionError("nothing in the journal"));
        List<Picture> places = undisturbed.statements().get(leg);
        List<Picture> expected = places.subList(done, Math.min(places.size(), done + 2));
        if (!expected.contains(made(picture))) {
            throw new AssertionError(
                    "the journal says " + done + ", but " + made(picture).nearest(places));
        }
        if (thrown instanceof MigrationFailedException error && error.databaseState() == DatabaseState.PARTIAL) {
            assertThat(error.statement().applied()).as(error.toString()).isEqualTo(done);
        } else if (thrown instanceof SwitchbackException error) {
            assertThat(error.databaseState()).as(error.toString()).isEqualTo(DatabaseState.UNKNOWN);
        }
    }

    private Picture made(Picture picture) {
        return picture.without(bench.historyTable());
    }

    private int leg(AppliedMigration failed) {
        return undisturbed.course().orElseThrow().indexOf(failed.script());
    }

    /** What a person does who was told the statement: takes the migration back by hand, or finishes it. */
    private void settle(AppliedMigration failed, Picture picture) {
        Course course = undisturbed.course().orElseThrow();
        int leg = leg(failed);
        boolean finish = picture.hashCode() % 2 == 0;
        boolean up = command.runs().orElseThrow() == Direction.UP;
        bench.byHand(course, leg, finish ? course.legs().get(leg).statements().size() : 0);
        String name = failed.version().map(Object::toString).orElse(failed.script());
        RepairAction action = finish == up ? new RepairAction.MarkApplied(name) : new RepairAction.MarkReverted(name);
        bench.with(manager -> assertThat(manager.repair(action).remaining()).isEmpty());
        assertThat(Undisturbed.history(bench))
                .as("after " + action)
                .isEqualTo(undisturbed.histories().get(finish ? leg + 1 : leg));
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
        }
    }

    /** A stamp and an accepted edit can be repeated; of the other repairs nothing is left to do. */
    private void repeated(MigrationManager manager) {
        InvalidTargetException refused = catchThrowableOfType(InvalidTargetException.class, () -> command.run(manager));
        assertThat(refused != null).as("refused: %s", refused).isEqualTo(command.canBeDoneOnce());
    }
}
