package dev.switchback.docs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures what migrations add to the start of an application that finds nothing to do. */
@Tag("benchmark")
class StartupBenchmarkTest {

    private static final String NONE = "no migrations";
    private static final List<String> TOOLS =
            List.of(NONE, "Flyway", "Switchback on Flyway", "Liquibase", "Switchback on Liquibase");
    private static final int ROUNDS = 7;

    @TempDir
    Path scratch;

    @Test
    void measuresStartsAtHeadAndWritesThem() throws Exception {
        StringBuilder part = new StringBuilder("""
                Written by `mvn -Pbench -pl docs -am verify -Dtest=StartupBenchmarkTest`, from one run with the tools taking
                turns (%d rounds). The same application each time: a HikariCP pool on a SQLite file, one query, then the
                migrations, of which all are applied. *Added* is the difference to the application without migrations. No
                class of an engine is loaded by Switchback there (`EngineClassesTest`).

                """.formatted(ROUNDS));
        for (int n : List.of(20, 200)) {
            part.append("### ")
                    .append(n)
                    .append(" applied\n\n")
                    .append(table(n))
                    .append('\n');
        }
        assertThat(PerformancePage.writeStarts(part.toString()))
                .content()
                .contains("### `upgrade` of 2000", "### 200 applied");
    }

    private String table(int n) throws Exception {
        Map<String, Path> projects = new LinkedHashMap<>();
        Map<String, List<Long>> cpu = new LinkedHashMap<>();
        Map<String, List<Long>> wall = new LinkedHashMap<>();
        for (String tool : TOOLS) {
            Path project = project(n + tool.replace(' ', '-'), n);
            Processes.run(tool, "upgrade", project, "sqlite", 0);
            projects.put(tool, project);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Path> project : projects.entrySet()) {
                long[] result = Processes.run(project.getKey(), "start", project.getValue(), "sqlite", 0);
                cpu.computeIfAbsent(project.getKey(), k -> new ArrayList<>()).add(result[0]);
                wall.computeIfAbsent(project.getKey(), k -> new ArrayList<>()).add(result[1]);
            }
        }
        StringBuilder table =
                new StringBuilder("| application with | CPU ms (median) | added CPU ms | added, times plain"
                        + " Flyway | added, times plain Liquibase | wall ms (least) |\n|---|---|---|---|---|---|\n");
        for (String tool : TOOLS) {
            table.append("| ").append(tool).append(" | ").append(median(cpu, tool));
            table.append(" | ").append(added(cpu, tool));
            table.append(" | ").append(ratio(added(cpu, tool), added(cpu, "Flyway")));
            table.append(" | ").append(ratio(added(cpu, tool), added(cpu, "Liquibase")));
            table.append(" | ")
                    .append(wall.getOrDefault(tool, List.of()).stream()
                            .min(Long::compare)
                            .orElseThrow());
            table.append(" |\n");
        }
        return table.toString();
    }

    private static long median(Map<String, List<Long>> cpu, String tool) {
        return cpu.getOrDefault(tool, List.of()).stream()
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long added(Map<String, List<Long>> cpu, String tool) {
        return median(cpu, tool) - median(cpu, NONE);
    }

    private static String ratio(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f", (double) part / whole);
    }

    private Path project(String name, int n) throws IOException {
        Path project = scratch.resolve(name);
        Path folder = Files.createDirectories(project.resolve("migrations"));
        for (int i = 1; i <= n; i++) {
            Files.writeString(
                    folder.resolve("V" + (100000 + i) + "__create_table_" + i + ".sql"),
                    "CREATE TABLE t" + i + " (id INTEGER PRIMARY KEY, name VARCHAR(100));\n");
        }
        new SwitchbackTool("liquibase", folder, "sqlite://")
                .open()
                .export("liquibase", project.resolve("changelog.xml"));
        return project;
    }
}
