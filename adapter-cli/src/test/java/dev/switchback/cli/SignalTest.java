package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that is asked to end in the middle of a statement that would run for minutes. */
final class SignalTest extends InstalledProgram {

    /** Counts to a number that nobody has the time for; canceled it leaves nothing. */
    private static final String ENDLESS = """
            CREATE TABLE counted AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000000000)
            SELECT count(*) AS c FROM n;
            """;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void makeAProject() throws IOException {
        migration("V1__one.sql", "CREATE TABLE one (id INTEGER);");
        migration("V2__endless.sql", ENDLESS);
    }

    /** A build in the background ignores Ctrl-C, and would hand that on. */
    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", launcher()));
        command.addAll(List.of(arguments));
        Process process = Installation.process(project(), command).start();
        started.add(process);
        return process;
    }

    /** Whatever a failed test leaves would count for years. */
    @AfterEach
    void endWhatStillRuns() {
        started.forEach(Process::destroyForcibly);
    }

    private void await(String word) throws Exception {
        for (int i = 0; i < 300 && !text("err").contains(word); i++) {
            Thread.sleep(100);
        }
        assertThat(text("err")).contains(word);
        // the statement begins right after its line
        Thread.sleep(300);
    }

    private static void signal(Process process, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void assertNothingIsLeft() throws Exception {
        Process status = start("current");
        assertThat(ended(status)).isZero();
        assertThat(text("out")).isEqualTo("1\n");
        Process lock = start("lock", "status");
        assertThat(ended(lock)).isZero();
        assertThat(text("out")).contains("free: a run can begin at once");
    }

    @Test
    void terminateEndsCleanlyAndTellsTheState() throws Exception {
        Process process = start("upgrade");
        await("V2__endless.sql");
        signal(process, "TERM");
        assertThat(ended(process)).isEqualTo(143);
        assertThat(text("err"))
                .contains("Stopping: ", "✗ Error: stopped by a signal", "the database is at 1.")
                .contains("Next:  to go on, run the same command again");
        assertNothingIsLeft();
    }

    @Test
    void controlCSaysItAsOneDocument() throws Exception {
        Process process = start("upgrade", "--json");
        await("V2__endless.sql");
        signal(process, "INT");
        assertThat(ended(process)).isEqualTo(130);
        Map<String, Object> answer = new CommandLineRun.Outcome(130, text("out"), "").json();
        assertThat(answer).containsEntry("exitCode", 130).containsEntry("result", "INTERRUPTED");
        assertNothingIsLeft();
    }

    @Test
    void endsAtOnceWhereNothingRuns() throws Exception {
        Process process = start("wait", "--url", "postgres://127.0.0.1:1/none", "--wait=60s");
        await("Waiting for the database");
        signal(process, "INT");
        assertThat(ended(process)).isEqualTo(130);
        assertThat(text("err")).contains("Interrupted. Nothing was running.");
    }
}
