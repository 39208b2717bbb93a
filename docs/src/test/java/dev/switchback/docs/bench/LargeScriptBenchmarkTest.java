package dev.switchback.docs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.docs.Repository;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.H2Database;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how little memory is enough for one large script, and writes the page
 * {@code docs/reference/large-scripts.md}. Run with {@value #COMMAND}.
 */
@Tag("benchmark")
class LargeScriptBenchmarkTest {

    private static final String COMMAND =
            "mvn -Pbench -pl docs -am verify -Dtest=LargeScriptBenchmarkTest -Dsurefire.failIfNoSpecifiedTests=false";
    private static final int ROWS = 100_000;
    private static final int[] MEGABYTES = {
        12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 56, 64, 80, 96, 128, 160, 192, 256, 320, 384, 512, 640, 768, 1024
    };
    /** What issue 3 allows: times the plain engine, or so many megabytes, whichever is less. */
    private static final double TIMES_PLAIN = 1.3;

    private static final int MOST = 256;

    @TempDir
    Path scratch;

    /**
     * What came out for one tool.
     *
     * @param megabytes the least heap that was enough; empty if none was
     * @param cpu the CPU time with a heap of 1 GB, in milliseconds
     */
    private record Measured(Optional<Integer> megabytes, long cpu) {}

    @Test
    void measuresAndWritesThePage() throws Exception {
        StringBuilder page = new StringBuilder(introduction());
        Path inserts = project("inserts", inserts());
        for (TestDatabase database :
                List.of(new SqliteDatabase(), new H2Database(), new PostgresqlDatabase(), new MariadbDatabase())) {
            table(page, database, "`INSERT`", inserts);
        }
        table(page, new PostgresqlDatabase(), "`COPY … FROM stdin`", project("rows", rows()));
        Path written = Repository.root().resolve("docs/reference/large-scripts.md");
        Files.writeString(written, page.toString().stripTrailing() + "\n");
        assertThat(written).content().contains("COPY");
    }

    private static String introduction() {
        return """
                # Large scripts

                Written by `%s`,
                never by hand. One migration of %,d rows (about 10 MB) in a process of its own: the least `-Xmx` with which it
                ends well, and the CPU time of the whole process with a heap of 1 GB. %s, serial collector, %d processors, the
                machine busy with other work: compare the ratios. Plain Liquibase is on the changelog that `export` writes.

                A script is kept in memory as it is in its file, once, and taken apart while it runs; of its statements only the
                one that is being run is in memory, and long rows of a `COPY` are read from the script. That 32 MB are enough on
                SQLite, PostgreSQL and MariaDB is tested with every build, with both engines.
                """.formatted(
                        COMMAND,
                        ROWS,
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        Runtime.getRuntime().availableProcessors());
    }

    private void table(StringBuilder page, TestDatabase database, String what, Path project) throws Exception {
        Map<String, Measured> results = new LinkedHashMap<>();
        for (String engine : List.of("Flyway", "Liquibase")) {
            results.put(engine, measure(database, engine, project));
            results.put("Switchback on " + engine, measure(database, "Switchback on " + engine, project));
        }
        page.append("\n## ").append(database.name()).append(", ").append(what).append("\n\n");
        page.append("| tool | least heap, MB | times the plain engine | CPU ms | times the plain engine |\n");
        page.append("|---|---|---|---|---|\n");
        results.forEach((tool, measured) -> {
            Measured plain = results.getOrDefault(tool.replace("Switchback on ", ""), measured);
            page.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            tool,
                            measured.megabytes().map(String::valueOf).orElse("cannot run it"),
                            ratio(measured.megabytes(), plain.megabytes()),
                            measured.megabytes()
                                    .map(m -> String.valueOf(measured.cpu()))
                                    .orElse(""),
                            ratio(
                                    measured.megabytes().map(m -> (int) measured.cpu()),
                                    plain.megabytes().map(m -> (int) plain.cpu()))));
            assertLittle(database.name() + " " + tool, measured, plain);
        });
    }

    private static void assertLittle(String what, Measured measured, Measured plain) {
        if (what.contains("Switchback")) {
            int allowed = plain.megabytes()
                    .map(m -> Math.min(MOST, (int) (TIMES_PLAIN * m)))
                    .orElse(MOST);
            assertThat(measured.megabytes())
                    .as(what)
                    .hasValueSatisfying(m -> assertThat(m).isLessThanOrEqualTo(allowed));
        }
    }

    private Measured measure(TestDatabase database, String tool, Path project) throws Exception {
        int low = -1;
        int high = MEGABYTES.length;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (run(database, tool, project, MEGABYTES[middle]).isPresent()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        if (high == MEGABYTES.length) {
            return new Measured(Optional.empty(), 0);
        }
        long cpu = run(database, tool, project, 1024).orElseThrow()[0];
        return new Measured(Optional.of(MEGABYTES[high]), cpu);
    }

    private Optional<long[]> run(TestDatabase database, String tool, Path project, int megabytes)
            throws IOException, InterruptedException, SQLException {
        try (FreshDatabase fresh = database.fresh(scratch)) {
            DatabaseUrl url = DatabaseUrl.parse(fresh.url());
            String login = switch (database.kind()) {
                case SQLITE -> "";
                case H2 -> ";USER=" + fresh.user() + ";PASSWORD=" + fresh.password();
                default -> "?user=" + fresh.user() + "&password=" + fresh.password();
            };
            return Processes.run(
                    List.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC"),
                    tool,
                    "upgrade",
                    project.resolve("migrations"),
                    url.jdbcUrl() + login,
                    0);
        }
    }

    private Path project(String name, String script) throws IOException {
        Path project = scratch.resolve(name);
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve("V1__large.sql"), script);
        String database = name.equals("rows") ? "postgres://nobody@localhost/none" : "sqlite://";
        new SwitchbackTool("liquibase", folder, database).open().export("liquibase", project.resolve("changelog.xml"));
        return project;
    }

    private static String inserts() {
        StringBuilder script = new StringBuilder(table());
        for (int i = 1; i <= ROWS; i++) {
            script.append(
                    "INSERT INTO large (id, name, note) VALUES (%d, 'name %d', 'it''s a note; number %d of them');%n"
                            .formatted(i, i, i));
        }
        return script.toString();
    }

    private static String rows() {
        StringBuilder script = new StringBuilder(table() + "COPY large (id, name, note) FROM stdin;\n");
        for (int i = 1; i <= ROWS; i++) {
            script.append("%d\tname %d\tit's a note; number %d of them, and made as long as an INSERT would be, about\n"
                    .formatted(i, i, i));
        }
        return script.append("\\.\n").toString();
    }

    private static String table() {
        return "-- größe; 測試\nCREATE TABLE large (id INTEGER PRIMARY KEY, name VARCHAR(100), note VARCHAR(200));\n";
    }

    private static String ratio(Optional<Integer> some, Optional<Integer> plain) {
        return some.isEmpty() || plain.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.2f", (double) some.get() / plain.get());
    }
}
