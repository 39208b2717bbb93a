package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.MigrationLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lock between two processes on one SQLite file: it excludes, and the death of its holder frees it. */
@Timeout(120)
final class TwoProcessesLockTest {

    @TempDir
    private Path folder;

    private @Nullable Process child;

    private Process start() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        child = started;
        return started;
    }

    private Process startHolder() throws IOException {
        Process started = start();
        // the reader stays open as long as the process: closing it would close the child's output
        assertThat(started.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo(LockHolder.HELD);
        return started;
    }

    private String url() {
        return "sqlite:///" + folder.resolve("test.db");
    }

    private MigrationLock.Held take(Duration timeout) throws SQLException {
        UrlConnections source = new UrlConnections(DatabaseUrl.parse(url()), Duration.ofSeconds(5));
        return MigrationLocks.of(source).acquire(timeout, MigrationListener.silent());
    }

    @AfterEach
    void endTheChild() throws InterruptedException {
        if (child != null) {
            child.destroyForcibly();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anotherProcessIsWaitedForAndNamed() throws Exception {
        Process holder = startHolder();
        assertThatExceptionOfType(MigrationLockException.class)
                .isThrownBy(() -> take(Duration.ofMillis(500)).close())
                .satisfies(e -> assertThat(e.holder()).get().asString().contains(Long.toString(holder.pid())))
                .satisfies(e -> assertThat(e.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(500)));
        holder.getOutputStream().close();
        try (MigrationLock.Held held = take(Duration.ofSeconds(60))) {
            held.ensureHeld();
        }
        assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(holder.exitValue()).isZero();
    }

    @Test
    void aKilledHolderLeavesItFree() throws Exception {
        for (int round = 0; round < 3; round++) {
            Process holder = startHolder();
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(Duration.ZERO).close());
            holder.destroyForcibly();
            assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
            try (MigrationLock.Held held = take(Duration.ofSeconds(1))) {
                held.ensureHeld();
            }
        }
    }

    @Test
    void whatWeHoldStopsTheOtherProcess() throws Exception {
        BufferedReader reader;
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            // POSIX frees a lock when any descriptor of the file is closed: looking again must not do that
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(Duration.ofMillis(200)).close());
            held.ensureHeld();
            Process waiter = start();
            reader = waiter.inputReader(StandardCharsets.UTF_8);
            assertThat(waiter.waitFor(3, TimeUnit.SECONDS)).as("it waits").isFalse();
            assertThat(reader.ready()).as("it says that it holds the lock").isFalse();
            held.ensureHeld();
        }
        assertThat(reader.readLine()).isEqualTo(LockHolder.HELD);
    }
}
