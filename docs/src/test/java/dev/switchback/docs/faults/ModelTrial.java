package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import dev.switchback.tck.FreshDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A random sequence of commands, edits, kills and concurrent starts; after each of them the database is as the model. */
final class ModelTrial {

    /** How many steps a sequence of the long form has. */
    static final int LONG = 25;

    private static final int CONCURRENT = 3;

    private final Pair pair;
    private final Path project;
    private final Random random;
    private final Model model = new Model();
    private final List<String> story = new ArrayList<>();

    /** A step of the sequence; false if there is nothing for it to do at the moment. */
    private interface Step {
        boolean take(FreshDatabase database) throws Exception;
    }

    /** The steps to choose from; one that is there twice is taken twice as often. */
    private final List<Step> steps = List.of(
            this::create,
            this::create,
            this::create,
            this::upgradeToHead,
            this::upgradeInPart,
            this::upgradeInPart,
            this::downgrade,
            this::downgrade,
            this::stamp,
            this::edit,
            this::revise,
            this::kill,
            this::kill,
            this::upgradeTogether);

    ModelTrial(Pair pair, Path project, Random random) {
        this.pair = pair;
        this.project = project;
        this.random = random;
    }

    /**
     * Takes so many steps, and lets the plain engine have a look at the end.
     *
     * @param count how many
     */
    void run(int count) throws Exception {
        Files.createDirectories(project.resolve("migrations"));
        try (FreshDatabase database = pair.product().fresh(project)) {
            create(database);
            for (int taken = 0; taken < count; ) {
                if (steps.get(random.nextInt(steps.size())).take(database)) {
                    taken++;
                    compare(database);
                }
            }
            upgradeToHead(database);
            compare(database);
            PlainEngine.assertHasNothingToDo(pair, project, database);
        } catch (AssertionError | Exception e) {
            throw new AssertionError(String.join("; ", story) + "; then the model says: " + model, e);
        }
    }

    private void compare(FreshDatabase database) throws Exception {
        try (MigrationManager manager = pair.open(project, database.url())) {
            new Comparison(model, database).check(manager);
        }
    }

    private MigrationManager open(FreshDatabase database) {
        return pair.open(project, database.url());
    }

    private Path file(String name) {
        return project.resolve("migrations").resolve(name);
    }

    private static void write(Path file, List<String> statements) throws IOException {
        Files.writeString(file, String.join(";\n", statements) + ";\n");
    }

    private boolean create(FreshDatabase database) throws IOException {
        int version = model.create();
        story.add("create " + version);
        try (MigrationManager manager = open(database)) {
            CreateResult created = manager.create(new CreateRequest(
                    "step", Optional.of(MigrationVersion.of(String.valueOf(version))), MigrationKind.VERSIONED, true));
            write(created.up().path(), Model.up(version));
            write(created.down().orElseThrow().path(), Model.down(version));
        }
        return true;
    }

    /** Another text for the repeatable migration; one that was run before is accepted with {@code repair}. */
    private boolean revise(FreshDatabase database) throws IOException {
        boolean isNew = model.revision() == 0;
        int revision = model.revise();
        story.add("revise " + revision);
        try (MigrationManager manager = open(database)) {
            if (isNew) {
                manager.create(new CreateRequest("latest", Optional.empty(), MigrationKind.REPEATABLE, false));
            }
            write(file("R__latest.sql"), Model.view(revision));
            manager.repair(new RepairAction.UpdateChecksum("R__latest.sql"));
        }
        return true;
    }

    private boolean upgradeToHead(FreshDatabase database) {
        return upgrade(database, "head", model.files());
    }

    private boolean upgradeInPart(FreshDatabase database) {
        if (model.applied() == model.files()) {
            return false;
        }
        int target = model.applied() + 1 + random.nextInt(model.files() - model.applied());
        return upgrade(
                database, random.nextBoolean() ? String.valueOf(target) : "+" + (target - model.applied()), target);
    }

    private boolean upgrade(FreshDatabase database, String target, int version) {
        story.add("upgrade " + target);
        try (MigrationManager manager = open(database)) {
            assertThat(labels(manager.upgrade(Target.parse(target)))).isEqualTo(model.toUpgrade(version));
        }
        model.upgraded(version);
        return true;
    }

    private static List<String> labels(RunResult result) {
        return result.executed().stream().map(e -> e.migration().label()).toList();
    }

    private boolean downgrade(FreshDatabase database) {
        if (model.applied() == 0) {
            return false;
        }
        int version = random.nextInt(model.applied());
        String target = version == 0
                ? "base"
                : random.nextBoolean() ? String.valueOf(version) : "-" + (model.applied() - version);
        story.add("downgrade " + target);
        try (MigrationManager manager = open(database)) {
            assertThat(manager.downgrade(Target.parse(target)).executed()).hasSize(model.applied() - version);
        }
        model.downgraded(version);
        return true;
    }

    /** Somebody has changed the schema by hand, and now says so. */
    private boolean stamp(FreshDatabase database) throws Exception {
        int version = random.nextInt(model.files() + 1);
        story.add("stamp " + version);
        boolean seesView =
                version == model.files() && version > 0 && model.revision() > 0 && !model.repeatableRecorded();
        try (ByHand hand = new ByHand(database)) {
            hand.move(model.applied(), version);
            if (seesView) {
                hand.run(Model.view(model.revision()));
            }
        }
        try (MigrationManager manager = open(database)) {
            manager.stamp(version == 0 ? Target.base() : Target.parse(String.valueOf(version)));
        }
        model.stamped(version);
        return true;
    }

    /** An edit of an applied file is noticed, stops an upgrade before it does anything, and can be taken back. */
    private boolean edit(FreshDatabase database) throws Exception {
        if (model.applied() == 0) {
            return false;
        }
        int version = 1 + random.nextInt(model.applied());
        story.add("edit " + version + " and take it back");
        Path file = file(Model.file(version));
        String text = Files.readString(file);
        Files.writeString(file, text + "-- edited\n");
        try (MigrationManager manager = open(database)) {
            assertThat(manager.check().problems())
                    .isNotEmpty()
                    .allMatch(p -> p.script().equals(Model.file(version)));
            assertThatExceptionOfType(SwitchbackException.class)
                    .isThrownBy(manager::upgrade)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID));
        }
        Files.writeString(file, text);
        return true;
    }

    private boolean kill(FreshDatabase database) throws Exception {
        boolean up = random.nextBoolean();
        if (up ? model.upToDate() : model.applied() == 0) {
            return false;
        }
        story.add("kill " + (up ? "upgrade" : "downgrade"));
        story.add(new KilledRun(pair, project, random, model).run(database, up));
        return true;
    }

    /** Several at once: all end well, and each migration is run by one of them. */
    private boolean upgradeTogether(FreshDatabase database) throws Exception {
        story.add("upgrade together");
        List<Callable<List<String>>> starters = new ArrayList<>();
        for (int i = 0; i < CONCURRENT; i++) {
            starters.add(() -> {
                try (MigrationManager manager = open(database)) {
                    return labels(manager.upgrade());
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT);
        try {
            List<String> ran = new ArrayList<>();
            for (Future<List<String>> starter : threads.invokeAll(starters)) {
                ran.addAll(starter.get());
            }
            assertThat(ran).containsExactlyElementsOf(model.toUpgrade(model.files()));
        } finally {
            threads.shutdownNow();
        }
        model.upgraded(model.files());
        return true;
    }
}
