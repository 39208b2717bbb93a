package dev.switchback.tck.fault;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.tck.DatabaseAbility;
import dev.switchback.tck.Scripts;
import dev.switchback.tck.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The commands that faults are tried on: where each starts, and what it does. */
public enum FaultCommand {
    /** From nothing to head. */
    UPGRADE(FaultFolder.all(), Direction.UP, MigrationManager::upgrade),

    /** The same with scripts that run without a transaction. */
    UPGRADE_WITHOUT_TRANSACTION(FaultFolder.withoutTransactions(), Direction.UP, MigrationManager::upgrade),

    /** From nothing to head in one transaction. */
    UPGRADE_AS_ONE(FaultFolder.all(), Direction.UP, MigrationManager::upgrade),

    /** From head to nothing. */
    DOWNGRADE(FaultFolder.all(), Direction.DOWN, manager -> manager.downgrade(Target.base())),

    /** From head to nothing in one transaction. */
    DOWNGRADE_AS_ONE(FaultFolder.all(), Direction.DOWN, manager -> manager.downgrade(Target.base())),

    /** Records what is there already. */
    STAMP(FaultFolder.all(), manager -> manager.stamp(Target.head())) {
        @Override
        void start(FaultBench bench) {
            bench.with(manager -> manager.upgrade(Target.parse("2")));
        }
    },

    /** Takes back what was recorded. */
    STAMP_BACK(FaultFolder.all(), manager -> manager.stamp(Target.parse("2"))),

    /** A migration that stopped half-way was finished by hand. */
    MARK_APPLIED(FaultFolder.stopsHalfWay(Direction.UP), repairing(new RepairAction.MarkApplied("2"))) {
        @Override
        void start(FaultBench bench) {
            bench.stopHalfWay(MigrationManager::upgrade);
        }
    },

    /** A migration that stopped half-way was undone by hand. */
    MARK_REVERTED(FaultFolder.stopsHalfWay(Direction.UP), repairing(new RepairAction.MarkReverted("2"))) {
        @Override
        void start(FaultBench bench) {
            bench.stopHalfWay(MigrationManager::upgrade);
            bench.execute("DROP TABLE book");
        }
    },

    /** A down script that stopped half-way was finished by hand. */
    MARK_DOWN_REVERTED(FaultFolder.stopsHalfWay(Direction.DOWN), repairing(new RepairAction.MarkReverted("2"))) {
        @Override
        void start(FaultBench bench) {
            super.start(bench);
            bench.stopHalfWay(manager -> manager.downgrade(Target.parse("-1")));
        }
    },

    /** An edit is meant. */
    UPDATE_CHECKSUM(FaultFolder.all(), repairing(new RepairAction.UpdateChecksum("1"))) {
        @Override
        void start(FaultBench bench) {
            super.start(bench);
            bench.files(FaultFolder.edited());
        }
    },

    /** A file is gone for good. */
    FORGET_MISSING(FaultFolder.all(), repairing(new RepairAction.ForgetMissing("3"))) {
        @Override
        void start(FaultBench bench) {
            super.start(bench);
            bench.files(FaultFolder.gone());
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Scripts> scripts;

    private final Optional<Direction> runs;

    @SuppressWarnings("ImmutableEnumChecker") // holds nothing
    private final Consumer<MigrationManager> command;

    FaultCommand(List<Scripts> scripts, Direction runs, Consumer<MigrationManager> command) {
        this(scripts, Optional.of(runs), command);
    }

    FaultCommand(List<Scripts> scripts, Consumer<MigrationManager> command) {
        this(scripts, Optional.empty(), command);
    }

    FaultCommand(List<Scripts> scripts, Optional<Direction> runs, Consumer<MigrationManager> command) {
        this.scripts = scripts;
        this.runs = runs;
        this.command = command;
    }

    private static Consumer<MigrationManager> repairing(RepairAction action) {
        return manager -> manager.repair(action);
    }

    /**
     * The commands that can be tried on a database.
     *
     * @param product the database
     * @return all, or all but those in one transaction
     */
    public static List<FaultCommand> on(TestDatabase product) {
        return Stream.of(values())
                .filter(command -> !command.isAsOne() || product.can(DatabaseAbility.TRANSACTIONAL_DDL))
                .toList();
    }

    /** Whether all that it runs is one transaction. */
    final boolean isAsOne() {
        return this == UPGRADE_AS_ONE || this == DOWNGRADE_AS_ONE;
    }

    /** The folder at first. */
    List<Scripts> scripts() {
        return scripts;
    }

    /** Which way it runs scripts; empty if it runs none. */
    Optional<Direction> runs() {
        return runs;
    }

    /** What counts of a picture: the journal only for a repair, which is about nothing else at times. */
    final Picture relevant(Picture picture) {
        return runs.isPresent() ? picture.without(Picture.JOURNAL) : picture;
    }

    /** Whether it refuses to be done again, because there is nothing left for it to do. */
    final boolean canBeDoneOnce() {
        return name().startsWith("MARK_") || this == FORGET_MISSING;
    }

    /**
     * Brings an empty database to where the command starts; the folder has been written. Unless told otherwise a run up
     * starts with nothing and all else at head.
     */
    void start(FaultBench bench) {
        if (!runs.equals(Optional.of(Direction.UP))) {
            bench.with(MigrationManager::upgrade);
        }
    }

    /** The command itself. */
    final void run(MigrationManager manager) {
        command.accept(manager);
    }
}
