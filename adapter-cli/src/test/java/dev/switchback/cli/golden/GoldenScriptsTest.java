package dev.switchback.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.Switchback;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.cli.golden.GoldenScript.CommandStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the scripts under {@code src/test/resources/golden} with each engine. With {@code -Dgolden.update=true} the
 * output of the first run is written into them instead; look at the difference before committing it.
 */
final class GoldenScriptsTest {

    private static final Path SCRIPTS = Path.of("src", "test", "resources", "golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    private Path folder;

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.sorted().toList();
        }
    }

    @TestFactory
    List<DynamicTest> everyScriptPrintsWhatItSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : scripts()) {
            GoldenScript script = GoldenScript.read(file);
            for (String engine : script.setting("engines", "flyway", "liquibase")) {
                for (String database : script.setting("databases", "sqlite")) {
                    String name = file.getFileName() + ", " + engine + ", " + database;
                    tests.add(DynamicTest.dynamicTest(name, () -> play(file, engine, database)));
                }
            }
        }
        return tests;
    }

    private void play(Path file, String engine, String database) throws IOException {
        GoldenScript script = GoldenScript.read(file);
        Path own = Files.createDirectories(folder.resolve(file.getFileName() + "-" + engine + "-" + database))
                .toRealPath();
        List<List<String>> outputs = new GoldenRun(own, engine(engine), database).play(script);
        boolean first = script.setting("engines", "flyway").get(0).equals(engine)
                && script.setting("databases", "sqlite").get(0).equals(database);
        if (UPDATE && first) {
            Files.writeString(file, script.with(outputs));
        }
        assertThat(script.with(outputs)).isEqualTo(Files.readString(file));
    }

    private static EngineInfo engine(String id) {
        return Switchback.engines().stream()
                .filter(engine -> engine.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void scriptsUseEveryCommand() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : scripts()) {
            for (GoldenScript.Step step : GoldenScript.read(file).steps()) {
                if (step instanceof CommandStep command) {
                    Stream.of(command.arguments().split(" ")).forEach(used::add);
                }
            }
        }
        assertThat(used)
                .contains(
                        "auto-upgrade",
                        "check",
                        "completion",
                        "config",
                        "create",
                        "current",
                        "diff",
                        "doctor",
                        "downgrade",
                        "engine",
                        "engines",
                        "export",
                        "heads",
                        "help",
                        "history",
                        "init",
                        "inspect",
                        "lock",
                        "plan",
                        "rebase",
                        "repair",
                        "show",
                        "stamp",
                        "status",
                        "upgrade",
                        "version",
                        "wait");
    }

    @Test
    void scriptsReachEveryExitCodeThatNeedsNoServer() throws IOException {
        String all = scripts().stream()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining());
        for (int code : new int[] {0, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12}) {
            assertThat(all).as("exit code %s", code).contains("\n= " + code + "\n");
        }
    }
}
