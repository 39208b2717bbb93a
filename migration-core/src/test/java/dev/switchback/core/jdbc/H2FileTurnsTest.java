package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.tck.OwnThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H2 lets one process open a file. The next one waits for it, as long as it would wait for a server. */
@Timeout(120)
final class H2FileTurnsTest {

    @TempDir
    private Path folder;

    private @Nullable Process child;

    private Process startHolder() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        H2FileHolder.class.getName(),
                        url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        child = started;
        // the reader stays open as long as the process: closing it would close the child's output
        assertThat(started.inputReader(StandardCharsets.UTF_8).readLine()).startsWith(H2FileHolder.OPEN);
        return started;
    }

    private String url() {
        return "h2:file:" + folder.resolve("test");
    }

    private void openAndClose(Duration timeout) throws SQLException {
        try (UrlConnections source = new UrlConnections(DatabaseUrl.parse(url()), timeout);
                Connection connection = source.open()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @AfterEach
    void endTheChild() throws InterruptedException {
        if (child != null) {
            child.destroyForcibly();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void waitsUntilTheOtherProcessHasClosedTheFile() throws Exception {
        Process holder = startHolder();
        CompletableFuture<Void> ended = OwnThread.run(() -> {
            try {
                Thread.sleep(500);
                holder.getOutputStream().close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        openAndClose(Duration.ofSeconds(60));
        assertThat(ended).isCompleted();
    }

    @Test
    void givesUpAfterTheTimeForConnecting() throws Exception {
        startHolder();
        long start = System.nanoTime();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> openAndClose(Duration.ofMillis(400)))
                .satisfies(e -> assertThat(DatabaseErrors.openElsewhere(e)).isTrue());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }
}
