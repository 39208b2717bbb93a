package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RepairAction;
import dev.switchback.tck.FreshDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A run that is killed somewhere, and what the model has to learn from that. */
final class KilledRun {

    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final Pair pair;
    private final Path project;
    private final Random random;
    private final Model model;

    KilledRun(Pair pair, Path project, Random random, Model model) {
        this.pair = pair;
        this.project = project;
        this.random = random;
        this.model = model;
    }

    /**
     * Runs all the way up or down, or not quite.
     *
     * @return what became of it, for the story
     */
    String run(FreshDatabase database, boolean up) throws Exception {
        int steps = up ? model.toUpgrade(model.files()).size() : model.applied();
        String[] arguments = {
            pair.engineId(), database.url(), project.toString(), up ? "up" : "down", up ? "head" : "base"
        };
        try (Jvm child = Jvm.start(project, Child.class, Map.of(), arguments)) {
            child.prints(Child.STARTED, 1);
            child.prints(Child.DONE, random.nextInt(steps + 1));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            child.kill();
        }
        try (MigrationManager manager = pair.open(project, database.url())) {
            Optional<AppliedMigration> failed =
                    manager.history().stream().filter(AppliedMigration::failed).findFirst();
            if (failed.isPresent()) {
                assertThat(pair.rollsBackDdl())
                        .as("half a migration where there can be none")
                        .isFalse();
                settle(manager, failed.get(), database);
            }
            learn(manager, up);
            return "it got to " + model.applied()
                    + failed.map(f -> ", " + f.script() + " half-way").orElse("");
        }
    }

    /** The history tells how far it came; that it tells the truth, the comparison with the schema shows. */
    private void learn(MigrationManager manager, boolean up) {
        int reached = manager.current()
                .map(MigrationVersion::text)
                .map(Integer::parseInt)
                .orElse(0);
        if (!up) {
            assertThat(reached).isBetween(0, model.applied());
            model.downgraded(reached);
            return;
        }
        assertThat(reached).isBetween(model.applied(), model.files());
        boolean ran = model.repeatablePending()
                && manager.status().migrations().stream()
                        .anyMatch(m -> m.version().isEmpty() && !m.state().pending());
        model.reached(reached, ran);
    }

    private void settle(MigrationManager manager, AppliedMigration failed, FreshDatabase database) throws Exception {
        boolean finish = failed.version().isEmpty() || random.nextBoolean();
        boolean wasUp = failed.state() == AppliedMigration.State.FAILED;
        try (ByHand hand = new ByHand(database)) {
            if (failed.version().isEmpty()) {
                hand.run(Model.view(model.revision()));
            } else {
                int version = Integer.parseInt(failed.version().get().text());
                hand.run(Model.away(version));
                if (finish == wasUp) {
                    hand.run(Model.up(version));
                }
            }
        }
        String name = failed.version().map(MigrationVersion::text).orElse(failed.script());
        RepairAction action =
                finish == wasUp ? new RepairAction.MarkApplied(name) : new RepairAction.MarkReverted(name);
        assertThat(manager.repair(action).remaining()).isEmpty();
    }
}
