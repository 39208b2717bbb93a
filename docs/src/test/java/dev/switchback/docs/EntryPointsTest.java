package dev.switchback.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Target;
import dev.switchback.cli.Main;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.docs.pages.Screen;
import dev.switchback.startup.MigrateOnStartup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever way in, whichever engine: the quickstart leaves the same history. */
final class EntryPointsTest {

    @TempDir
    Path folder;

    /** A row of the history without what differs from run to run, and from engine to engine. */
    private record Row(int order, String kind, String version, String description, String script, String state) {
        static Row of(AppliedMigration a) {
            return new Row(
                    a.order(),
                    a.kind().name(),
                    a.version().map(Object::toString).orElse(""),
                    a.description(),
                    a.script(),
                    a.state().name());
        }
    }

    /** A way to upgrade to head. */
    private enum Entry {
        API,
        COMMAND_LINE,
        STARTUP
    }

    /** A project: an engine and a database in the quickstart's folder. */
    private record Project(String engine, String database, String url) {
        Map<String, String> variables() {
            return Map.of(
                    "SWITCHBACK_ENGINE",
                    engine,
                    "SWITCHBACK_URL",
                    url,
                    "SWITCHBACK_DIRS",
                    "migrations," + database,
                    "AUTO_MIGRATE_ON_STARTUP",
                    "true",
                    "SWITCHBACK_STARTUP_CREATE_DATABASE",
                    "true");
        }

        Switchback.Builder builder() {
            return Switchback.from(SettingsLoader.in(quickstart()).environment(variables()));
        }

        MigrationManager open() {
            return builder().set(ConfigKey.POOL, "false").open();
        }
    }

    static Stream<Arguments> databases() {
        return Stream.of("sqlite", "h2").map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leaveTheSameHistory(String database) {
        List<Row> expected = null;
        for (String engine : List.of("flyway", "liquibase")) {
            for (Entry entry : Entry.values()) {
                Project project = project(engine, database, entry.name());
                upgrade(project, entry);
                List<Row> history = history(project);
                assertThat(history).as(engine + " through " + entry).hasSize(10);
                expected = Optional.ofNullable(expected).orElse(history);
                assertThat(history).as(engine + " through " + entry).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goDownAndUpAgainWithBothEngines(String database) {
        for (String engine : List.of("flyway", "liquibase")) {
            Project project = project(engine, database, "down");
            upgrade(project, Entry.API);
            List<Row> before = history(project);
            try (MigrationManager migrations = project.open()) {
                assertThat(migrations.downgrade(Target.parse("base")).executed())
                        .hasSize(9);
                assertThat(migrations.history()).isEmpty();
                assertThat(migrations.upgrade().executed()).hasSize(10);
            }
            assertThat(history(project)).as(engine).isEqualTo(before);
        }
    }

    private Project project(String engine, String database, String name) {
        Path file = folder.resolve(engine + "-" + name);
        return new Project(engine, database, database.equals("sqlite") ? "sqlite:///" + file : "h2:file:" + file);
    }

    private static void upgrade(Project project, Entry entry) {
        switch (entry) {
            case API -> {
                try (MigrationManager migrations = project.open()) {
                    migrations.upgrade();
                }
            }
            case COMMAND_LINE -> {
                Screen screen = new Screen();
                Environment environment =
                        new Environment(project.variables(), quickstart(), StandardCharsets.UTF_8, "17");
                assertThat(Main.run(environment, screen, "upgrade"))
                        .as(screen.text())
                        .isZero();
            }
            case STARTUP -> MigrateOnStartup.run(project.builder());
        }
    }

    private static List<Row> history(Project project) {
        try (MigrationManager migrations = project.open()) {
            return migrations.history().stream().map(Row::of).toList();
        }
    }

    private static Path quickstart() {
        return Repository.root().resolve("docs/examples/quickstart");
    }
}
