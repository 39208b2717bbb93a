package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.cli.Main;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MigrationFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Starts eight processes at once, as eight replicas of an application would: each migration runs once, and all of them
 * end well.
 */
final class StartersTrial {

    static final int STARTERS = 8;

    private static final int MIGRATIONS = 6;
    private static final int THERE_BEFORE = 3;

    private final Pair pair;
    private final Path project;
    private final Traces traces = new Traces(MIGRATIONS);

    StartersTrial(Pair pair, Path project) {
        this.pair = pair;
        this.project = project;
    }

    /**
     * Makes rounds by turns on a fresh database and on one that has had some of the migrations.
     *
     * @param rounds how many
     * @param fresh whether the first one is on a fresh database
     * @param deadline when to stop in any case
     * @return how many were made
     */
    int run(int rounds, boolean fresh, Deadline deadline) throws IOException, SQLException {
        MigrationFolder folder = new MigrationFolder(project.resolve("migrations"));
        int made = 0;
        try (FreshDatabase database = pair.product().fresh(project)) {
            while (made < rounds && deadline.isOpen()) {
                database.clear();
                boolean existing = (made % 2 == 0) != fresh;
                if (existing) {
                    traces.write(folder, THERE_BEFORE);
                    try (MigrationManager manager = pair.open(project, database.url())) {
                        manager.upgrade();
                    }
                }
                traces.write(folder, MIGRATIONS);
                round(database, existing ? THERE_BEFORE : 0);
                made++;
            }
        }
        return made;
    }

    private void round(FreshDatabase database, int thereBefore) throws IOException, SQLException {
        List<Jvm> starters = new ArrayList<>();
        try {
            for (int i = 0; i < STARTERS; i++) {
                starters.add(start(database, i % 2 == 0 ? "upgrade" : "auto-upgrade"));
            }
            List<String> outputs = new ArrayList<>();
            for (Jvm starter : starters) {
                String output = starter.output();
                assertThat(starter.waitFor()).as(output).isZero();
                outputs.add(output);
            }
            assertOneDidEach(outputs, thereBefore);
            assertTheOthersKnowWho(starters, outputs, thereBefore);
        } finally {
            starters.forEach(Jvm::close);
        }
        traces.assertEachRanOnce(database, pair.engine().info().historyTable());
        try (MigrationManager manager = pair.open(project, database.url())) {
            assertThat(manager.status().upToDate()).isTrue();
        }
    }

    /** The address goes into the environment, where it is not seen by everybody as arguments are. */
    private Jvm start(FreshDatabase database, String command) throws IOException {
        return Jvm.start(
                project,
                Main.class,
                Map.of("DATABASE_URL", database.url()),
                "--engine",
                pair.engineId(),
                "--dir",
                "migrations",
                command);
    }

    /** MariaDB knows the session and the host of whoever holds a named lock, not his process. */
    private String nameOf(Jvm starter) {
        return pair.product().kind() == DatabaseKind.MARIADB ? "session " : "pid " + starter.pid() + " on ";
    }

    private void assertTheOthersKnowWho(List<Jvm> starters, List<String> outputs, int thereBefore) {
        String first = " applied    " + Traces.file(thereBefore + 1);
        int worker = outputs.indexOf(
                outputs.stream().filter(o -> o.contains(first)).findFirst().orElseThrow());
        String name = nameOf(starters.get(worker));
        for (String output : outputs) {
            if (output.equals(outputs.get(worker))) {
                assertThat(output).doesNotContain("meanwhile");
            } else if (output.contains("Waiting for the migration lock")) {
                String last = output.lines().reduce("", (before, line) -> line);
                if (last.contains("waited for ") && !output.contains("held by " + name)) {
                    String who = last.substring(last.indexOf("waited for ") + "waited for ".length());
                    assertThat(seen(output)).as(output).contains(who.replaceFirst("\\.$", ""));
                } else {
                    assertThat(last).as(output).containsAnyOf("applied meanwhile by " + name, "waited for " + name);
                }
            } else {
                assertThat(output)
                        .containsAnyOf(
                                "already up to date",
                                "Nothing to do, at " + MIGRATIONS + ".",
                                "by another process",
                                "another process applied what was pending");
            }
        }
    }

    /**
     * Whom a starter has seen with the lock. Who could not look first, because another process had a file of H2 to itself,
     * and saw only those who came after the work was done, cannot know more than for whom he waited.
     */
    private static List<String> seen(String output) {
        return Pattern.compile("held by ([^,\n]+)")
                .matcher(output)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static void assertOneDidEach(List<String> outputs, int thereBefore) {
        String all = String.join("\n", outputs);
        for (int version = thereBefore + 1; version <= MIGRATIONS; version++) {
            assertThat(all).containsOnlyOnce(" applied    " + Traces.file(version));
        }
    }
}
