package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.tck.DatabaseContract;
import dev.switchback.tck.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lock between two processes: it excludes, it names its holder, and the death of its holder frees it. */
@Timeout(120)
abstract class TwoProcessesLockContract extends DatabaseContract {

    private final List<Process> children = new ArrayList<>();

    TwoProcessesLockContract(TestDatabase product) {
        super(product);
    }

    final Process start(String... statements) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockingProcess.class.getName(),
                database().url()));
        command.addAll(List.of(statements));
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        children.add(started);
        return started;
    }

    final Process startHolder(String... statements) throws IOException {
        Process started = start(statements);
        // the reader stays open as long as the process: closing it would close the child's output
        assertThat(started.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo(LockingProcess.HELD);
        return started;
    }

    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    final MigrationLock.Held take(Duration timeout) throws SQLException {
        return TestLocks.take(TestLocks.of(database().url()), timeout);
    }

    @AfterEach
    final void endTheChildren() throws InterruptedException {
        for (Process child : children) {
            kill(child);
        }
    }

    @Test
    void anotherProcessIsWaitedForAndNamed() throws Exception {
        Process holder = startHolder();
        assertThatExceptionOfType(MigrationLockException.class)
                .isThrownBy(() -> take(Duration.ofMillis(500)).close())
                .satisfies(e -> assertNames(e, holder))
                .satisfies(e -> assertThat(e.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(500)));
        holder.getOutputStream().close();
        try (MigrationLock.Held held = take(Duration.ofSeconds(60))) {
            held.ensureHeld();
        }
        assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(holder.exitValue()).isZero();
    }

    /** That the error says which process it is, as well as the database can tell. */
    void assertNames(MigrationLockException refused, Process holder) {
        assertThat(refused.holder().orElseThrow().pid()).contains(holder.pid());
        assertThat(refused.holder().orElseThrow().host()).contains(Host.name());
        assertThat(refused).hasMessageContaining("pid " + holder.pid() + " on " + Host.name());
    }

    @Test
    void aKilledHolderLeavesItFree() throws Exception {
        Process holder = startHolder();
        assertThatExceptionOfType(MigrationLockException.class)
                .isThrownBy(() -> take(Duration.ZERO).close());
        kill(holder);
        try (MigrationLock.Held held = take(Duration.ofSeconds(3))) {
            held.ensureHeld();
        }
        assertThat(TestLocks.of(database().url()).holders()).isEmpty();
    }

    @Test
    void whatWeHoldStopsTheOtherProcess() throws Exception {
        BufferedReader reader;
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            // POSIX frees a lock when any descriptor of the file is closed: looking again must not do that
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(Duration.ofMillis(200)).close());
            assertThat(TestLocks.of(database().url()).holders()).hasSize(1);
            held.ensureHeld();
            Process waiter = start();
            reader = waiter.inputReader(StandardCharsets.UTF_8);
            assertThat(waiter.waitFor(3, TimeUnit.SECONDS)).as("it waits").isFalse();
            assertThat(reader.ready()).as("it says that it holds the lock").isFalse();
            held.ensureHeld();
        }
        assertThat(reader.readLine()).isEqualTo(LockingProcess.HELD);
    }
}
