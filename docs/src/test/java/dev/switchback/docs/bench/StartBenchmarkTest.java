package dev.switchback.docs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a person waits for an answer: whole processes, started by the launcher of the distribution. Writes
 * {@code docs/reference/start-up.md}. Run with {@code mvn -Pbench -pl docs -am verify -Dtest=StartBenchmarkTest}.
 */
@Tag("benchmark")
final class StartBenchmarkTest {

    private static final int ROUNDS = 41;
    private static final String COMMAND =
            "mvn -Pbench -pl docs -am verify -Dtest=StartBenchmarkTest -Dsurefire.failIfNoSpecifiedTests=false";

    @TempDir
    private Path scratch;

    /** Times of one command, in milliseconds. */
    private record Times(List<Long> cpu, List<Long> wall) {
        long medianCpu() {
            return median(cpu);
        }

        long medianWall() {
            return median(wall);
        }

        private static long median(List<Long> values) {
            List<Long> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            return sorted.get(sorted.size() / 2);
        }
    }

    @Test
    void measuresAndWritesThePage() throws Exception {
        Path home = Repository.distribution();
        Path project = Files.createDirectories(scratch.resolve("project"));
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations/V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
        Path cache = scratch.resolve("cache");
        String switchback = "SWITCHBACK_CACHE=" + cache + " SWITCHBACK_ENGINE=flyway " + home.resolve("bin/switchback");
        time(project, switchback + " upgrade");
        Path archive = awaitArchive(cache);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String tuned = java + tuning();
        String jdbc = "jdbc:sqlite:" + project.resolve("switchback.db");
        String plain =
                java + " -cp '" + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        + "' " + Child.class.getName() + " ";
        String arguments = " status " + project.resolve("migrations") + " " + jdbc + " 0";
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("`java -version`", java + " -version");
        commands.put("`switchback --version`", switchback + " --version");
        commands.put(
                "bare JDBC program, the same archive",
                tuned + " -XX:SharedArchiveFile=" + archive + " -Dorg.sqlite.lib.path=" + archive + ".native -cp '"
                        + home + "/lib/*:" + home + "/drivers/*:" + bare() + "' " + BareJdbc.class.getName() + " "
                        + jdbc);
        commands.put(
                "bare JDBC program, no archive",
                tuned + " -cp '" + home + "/lib/*:" + bare() + "' " + BareJdbc.class.getName() + " " + jdbc);
        commands.put("`switchback status`", switchback + " status");
        commands.put(
                "`switchback status`, no archive",
                "SWITCHBACK_CACHE=off SWITCHBACK_ENGINE=flyway " + home.resolve("bin/switchback") + " status");
        commands.put("Flyway `info`, as a library", plain + "Flyway" + arguments);
        commands.put("Liquibase `status`, as a library", plain + "Liquibase" + arguments);
        new SwitchbackTool("liquibase", project.resolve("migrations"), "sqlite://")
                .open()
                .export("liquibase", project.resolve("changelog.xml"));
        Map<String, Times> times = measure(project, commands);
        Path page = Repository.root().resolve("docs/reference/start-up.md");
        Files.writeString(page, page(times));
        assertThat(page).content().contains("switchback status");
    }

    private Map<String, Times> measure(Path project, Map<String, String> commands) throws Exception {
        Map<String, Times> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, String> command : commands.entrySet()) {
                long[] taken = time(project, command.getValue());
                Times all =
                        times.computeIfAbsent(command.getKey(), k -> new Times(new ArrayList<>(), new ArrayList<>()));
                all.wall().add(taken[0]);
                all.cpu().add(taken[1]);
            }
        }
        return times;
    }

    /** Wall and CPU time of a command and all its children. */
    private static long[] time(Path folder, String command) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "TIMEFORMAT='%3R %3U %3S'; time ( " + command + " >/dev/null 2>&1 </dev/null ) 2>&1")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String line = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(bash.waitFor()).as(command + "\n" + line).isZero();
        String[] seconds = line.split(" ", -1);
        return new long[] {millis(seconds[0]), millis(seconds[1]) + millis(seconds[2])};
    }

    /** What the launcher gives to the JVM. */
    private static String tuning() {
        int version = Runtime.version().feature();
        return " -XX:TieredStopAtLevel=1 -XX:-UsePerfData"
                + (version < 25 ? " -XX:+UseG1GC -XX:ParallelGCThreads=1 -XX:ConcGCThreads=1" : " -XX:+UseSerialGC")
                + (version < 21 ? " -Djava.locale.providers=COMPAT" : "");
    }

    private static long millis(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1000);
    }

    private static Path awaitArchive(Path cache) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (Stream<Path> files = Files.list(cache)) {
                List<Path> found = files.filter(
                                path -> path.getFileName().toString().matches("[0-9]+"))
                        .toList();
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no archive was made");
    }

    /** The bare program in a jar: a folder on the class path would keep the archive out. */
    private Path bare() throws IOException {
        Path jar = scratch.resolve("bare.jar");
        String file = BareJdbc.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry(file));
            entries.write(Objects.requireNonNull(BareJdbc.class.getClassLoader().getResourceAsStream(file))
                    .readAllBytes());
            entries.closeEntry();
        }
        return jar;
    }

    private static String page(Map<String, Times> times) {
        StringBuilder page = new StringBuilder("""
                # How fast it starts

                Written by `%s`, never by hand. One run, the commands taking turns in %d rounds; whole
                processes, from the shell and back to it. %s, %d processors. Compare the ratios.

                The launcher makes an archive of loaded classes at the first start, in the background, and uses it from then on.

                | command | CPU ms (median) | wall ms (median) | wall ms (least) |
                |---|---|---|---|
                """.formatted(
                        COMMAND,
                        ROUNDS,
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        Runtime.getRuntime().availableProcessors()));
        times.forEach((name, taken) -> page.append("| ")
                .append(name)
                .append(" | ")
                .append(taken.medianCpu())
                .append(" | ")
                .append(taken.medianWall())
                .append(" | ")
                .append(Collections.min(taken.wall()))
                .append(" |\n"));
        page.append("\n| ratio | CPU | wall | target |\n|---|---|---|---|\n");
        ratio(page, times, "`switchback status`", "bare JDBC program, the same archive", "at most 1.3");
        ratio(page, times, "Flyway `info`, as a library", "`switchback status`", "at least 3");
        ratio(page, times, "Liquibase `status`, as a library", "`switchback status`", "at least 3");
        ratio(page, times, "`switchback --version`", "`java -version`", "at most 2");
        ratio(page, times, "`switchback status`, no archive", "`switchback status`", "");
        return page.toString();
    }

    private static void ratio(StringBuilder page, Map<String, Times> times, String of, String to, String target) {
        Times a = Objects.requireNonNull(times.get(of));
        Times b = Objects.requireNonNull(times.get(to));
        page.append("| ")
                .append(of)
                .append(" to ")
                .append(to)
                .append(" | ")
                .append(String.format(Locale.ROOT, "%.2f", (double) a.medianCpu() / b.medianCpu()))
                .append(" | ")
                .append(String.format(Locale.ROOT, "%.2f", (double) a.medianWall() / b.medianWall()))
                .append(" | ")
                .append(target)
                .append(" |\n");
    }
}
