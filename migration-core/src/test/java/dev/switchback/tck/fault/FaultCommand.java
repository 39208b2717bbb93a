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
import java.util.stream.Stream;

/** The commands that faults are tried on: where each starts, and what it does. */
public enum FaultCommand {
    /** From nothing to head. */
    UPGRADE(FaultFolder.all(), Optional.of(Direction.UP)) {
        @Override
        void start(FaultBench bench) {}

        @Override
        void run(MigrationManager manager) {
            manager.upgrade();
        }
    },

    /** The same with scripts that run without a transaction. */
    UPGRADE_WITHOUT_TRANSACTION(FaultFolder.withoutTransactions(), Optional.of(Direction.UP)) {
        @Override
        void start(FaultBench bench) {}

        @Override
        void run(MigrationManager manager) {
            manager.upgrade();
        }
    },

    /** From nothing to head in one transaction. */
    UPGRADE_AS_ONE(FaultFolder.all(), Optional.of(Direction.UP)) {
        @Override
        void start(FaultBench bench) {}

        @Override
        void run(MigrationManager manager) {
            manager.upgrade();
        }
    },

    /** From head to nothing. */
    DOWNGRADE(FaultFolder.all(), Optional.of(Direction.DOWN)) {
        @Override
        void run(MigrationManager manager) {
            manager.downgrade(Target.base());
        }
    },

    /** From head to nothing in one transaction. */
    DOWNGRADE_AS_ONE(FaultFolder.all(), Optional.of(Direction.DOWN)) {
        @Override
        void run(MigrationManager manager) {
            manager.downgrade(Target.base());
        }
    },

    /** Records what is there already. */
    STAMP(FaultFolder.all(), Optional.empty()) {
        @Override
        void start(FaultBench bench) {
            bench.with(manager -> manager.upgrade(Target.parse("2")));
        }

        @Override
        void run(MigrationManager manager) {
            manager.stamp(Target.head());
        }
    },

    /** Takes back what was recorded. */
    STAMP_BACK(FaultFolder.all(), Optional.empty()) {
        @Override
        void run(MigrationManager manager) {
            manager.stamp(Target.parse("2"));
        }
    },

    /** A migration that stopped half-way was finished by hand. */
    MARK_APPLIED(FaultFolder.stopsHalfWay(Direction.UP), Optional.empty()) {
        @Override
        void start(FaultBench bench) {
            bench.stopHalfWay(MigrationManager::upgrade);
        }

        @Override
        void run(MigrationManager manager) {
            manager.repair(new RepairAction.MarkApplied("2"));
        }
    },

    /** A migration that stopped half-way was undone by hand. */
    MARK_REVERTED(FaultFolder.stopsHalfWay(Direction.UP), Optional.empty()) {
        @Override
        void start(FaultBench bench) {
            bench.stopHalfWay(MigrationManager::upgrade);
            bench.execute("DROP TABLE book");
        }

        @Override
        void run(MigrationManager manager) {
            manager.repair(new RepairAction.MarkReverted("2"));
        }
    },

    /** A down script that stopped half-way was finished by hand. */
    MARK_DOWN_REVERTED(FaultFolder.stopsHalfWay(Direction.DOWN), Optional.empty()) {
        @Override
        void start(FaultBench bench) {
            super.start(bench);
            bench.stopHalfWay(manager -> manager.downgrade(Target.parse("-1")));
        }

        @Override
        void run(MigrationManager manager) {
            manager.repair(new RepairAction.MarkReverted("2"));
        }
    },

    /** An edit is meant. */
    UPDATE_CHECKSUM(FaultFolder.all(), Optional.empty()) {
        @Override
        void start(FaultBench bench) {
            super.start(bench);
            bench.files(FaultFolder.edited());
        }

        @Override
        void run(MigrationManager manager) {
            manager.repair(new RepairAction.UpdateChecksum("1"));
        }
    },

    /** A file is gone for good. */
    FORGET_MISSING(FaultFolder.all(), Optional.empty()) {
        @Override
        void start(FaultBench bench) {
            super.start(bench);
            bench.files(FaultFolder.gone());
        }

        @Override
        void run(MigrationManager manager) {
            manager.repair(new RepairAction.ForgetMissing("3"));
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Scripts> scripts;

    private final Optional<Direction> runs;

    FaultCommand(List<Scripts> scripts, Optional<Direction> runs) {
        this.scripts = scripts;
        this.runs = runs;
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

    /** Brings an empty database to where the command starts; the folder has been written. Unless told otherwise: head. */
    void start(FaultBench bench) {
        bench.with(MigrationManager::upgrade);
    }

    /** The command itself. */
    abstract void run(MigrationManager manager);
}
