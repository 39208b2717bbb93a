package dev.switchback.docs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures, and writes the page {@code docs/reference/performance.md}. Run with {@value #COMMAND}. */
@Tag("benchmark")
class MigrationBenchmarkTest {

    private static final List<String> TOOLS =
            List.of("plain JDBC", "Flyway", "Switchback on Flyway", "Liquibase", "Switchback on Liquibase");
    private static final int ROUNDS = 5;
    private static final String COMMAND = "mvn -Pbench -pl docs -am verify";

    @TempDir
    Path scratch;

    @Test
    void measuresAndWritesThePage() throws Exception {
        StringBuilder page = new StringBuilder(introduction());
        for (String database : List.of("sqlite", "h2")) {
            page.append("\n## ")
                    .append(database.equals("sqlite") ? "SQLite" : "H2")
                    .append(" (a file)\n\n");
            reading(page, database);
            applying(page, database);
        }
        Path written = PerformancePage.write(page.toString());
        assertThat(written).content().contains("`upgrade` of 2000");
    }

    private static String introduction() {
        return """
                # Performance

                Written by `%s`, never by hand. Every table comes from one run on one machine, the tools taking turns
                (%d rounds, 3 for 1,000 migrations and more); compare the ratios, not the milliseconds. This run: %s,
                %d processors, trivial migrations of one `CREATE TABLE` each.

                - *plain JDBC* is no tool at all: it reads the same files, runs each in a transaction of its own and records
                  it in the same transaction.
                - *Flyway* and *Liquibase* are the plain libraries on the same folder (Liquibase on the changelog that
                  `export` writes), without their output.
                - *Whole process* is CPU time from the start of the JVM to its end, no class-data archive, default JVM
                  options. *Warm* is the CPU time of one call after 30 others in the same JVM.

                How long the command line takes to start, with its class archive: [start-up](start-up.md).
                """.formatted(
                        COMMAND,
                        ROUNDS,
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        Runtime.getRuntime().availableProcessors());
    }

    private void reading(StringBuilder page, String database) throws Exception {
        for (String task : List.of("status", "upgrade")) {
            for (int n : task.equals("status") ? List.of(1, 1000) : List.of(1000)) {
                Map<String, Path> projects = new LinkedHashMap<>();
                for (String tool : TOOLS) {
                    Path project = project(database + "-" + task + n + "-" + tool.replace(' ', '-'), n);
                    Processes.run(tool, "upgrade", project, database, 0);
                    projects.put(tool, project);
                }
                String title = task.equals("status")
                        ? "`status`, " + n + " applied"
                        : "`upgrade`, nothing pending, " + n + " applied";
                page.append("### ").append(title).append("\n\n");
                page.append(table(database, task, projects));
            }
        }
    }

    private void applying(StringBuilder page, String database) throws Exception {
        for (int n : List.of(10, 100, 1000, 2000)) {
            String title = "`upgrade` of " + n;
            Map<String, List<Long>> cpu = new LinkedHashMap<>();
            Map<String, List<Long>> wall = new LinkedHashMap<>();
            int rounds = n >= 1000 ? 3 : ROUNDS;
            for (int round = 0; round < rounds; round++) {
                for (String tool : TOOLS) {
                    Path project = project(database + "-apply" + n + "-" + round + tool.replace(' ', '-'), n);
                    long[] result = Processes.run(tool, "upgrade", project, database, 0);
                    cpu.computeIfAbsent(tool, k -> new ArrayList<>()).add(result[0]);
                    wall.computeIfAbsent(tool, k -> new ArrayList<>()).add(result[1]);
                }
            }
            page.append("### ").append(title).append(" (whole process)\n\n");
            page.append(Tables.cold(TOOLS, cpu, wall));
        }
    }

    private static String table(String database, String task, Map<String, Path> projects) throws Exception {
        Map<String, List<Long>> cpu = new LinkedHashMap<>();
        Map<String, List<Long>> wall = new LinkedHashMap<>();
        Map<String, List<Long>> hot = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Path> entry : projects.entrySet()) {
                long[] result = Processes.run(entry.getKey(), task, entry.getValue(), database, 0);
                cpu.computeIfAbsent(entry.getKey(), k -> new ArrayList<>()).add(result[0]);
                wall.computeIfAbsent(entry.getKey(), k -> new ArrayList<>()).add(result[1]);
            }
        }
        for (Map.Entry<String, Path> entry : projects.entrySet()) {
            hot.put(entry.getKey(), List.of(Processes.run(entry.getKey(), task, entry.getValue(), database, 30)[0]));
        }
        return Tables.withWarm(TOOLS, cpu, wall, hot);
    }

    /** A folder with trivial migrations and the changelog that plain Liquibase needs. */
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
