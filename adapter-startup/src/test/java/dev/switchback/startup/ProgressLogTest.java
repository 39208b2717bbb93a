package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressLogTest {

    private static final Migration MIGRATION = new Migration(
            MigrationKind.REPEATABLE, Optional.empty(), "fill", "R__fill.sql", "0".repeat(64), Optional.empty());

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StartupProgress progress = new StartupProgress();

    @Test
    void repeatsWhichStatementRunsUntilItIsClosed() throws Exception {
        ProgressLog log = new ProgressLog(progress, Duration.ofMillis(20), lines::add);
        MigrationListener listener = progress.and(log);
        listener.on(new MigrationEvent.RunStarted(Direction.UP, Optional.empty(), List.of()));
        listener.on(new MigrationEvent.MigrationResumed(Direction.UP, MIGRATION, "V3__fill.sql", 1, 5));
        listener.on(new MigrationEvent.StatementStarted("V3__fill.sql", 2, 12, "UPDATE book SET title = 'secret'"));

        assertThat(lines.poll(30, TimeUnit.SECONDS)).startsWith("goes on with V3__fill.sql since 0 s");
        assertThat(next("statement"))
                .contains("statement 2 of 5 (line 12) since 0 s")
                .doesNotContain("secret");

        listener.on(new MigrationEvent.StatementBlocked(
                "V3__fill.sql", 2, 12, Duration.ofSeconds(1), List.of("session 7 of bob")));
        assertThat(next("session")).endsWith(", which waits for session 7 of bob");
        assertThat(progress.describeOpenly())
                .as("the probes answer anybody")
                .startsWith("goes on with V3__fill.sql since 0 s, statement 2 of 5 (line 12)")
                .endsWith(", which waits for another session");
        log.close();
    }

    @Test
    void tellsTheStatementOfAnotherProcessInTheLogOnly() throws Exception {
        LockHolder holder = new LockHolder(
                LockHolder.Kind.RUN,
                "pid 4711 on web-1",
                Optional.of(4711L),
                Optional.of("web-1"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(5)),
                Optional.of("INSERT INTO card …"),
                Optional.empty());
        try (ProgressLog log = new ProgressLog(progress, Duration.ofHours(1), lines::add)) {
            progress.and(log).on(new MigrationEvent.LockWaiting(Duration.ofSeconds(10), Optional.of(holder)));
        }
        String waits = "waits for another process that migrates: pid 4711 on web-1, for 5 s";
        assertThat(lines).containsExactly(waits + ", running: INSERT INTO card … since 0 s");
        assertThat(progress.describeOpenly()).isEqualTo(waits + " since 0 s");
    }

    @Test
    void saysAtOnceWhatIsWaitedForAndNothingOfAQuickRun() throws Exception {
        try (ProgressLog log = new ProgressLog(progress, Duration.ofHours(1), lines::add)) {
            MigrationListener listener = progress.and(log);
            listener.on(new MigrationEvent.RunStarted(Direction.UP, Optional.empty(), List.of()));
            listener.on(new MigrationEvent.StatementStarted("V3__fill.sql", 2, 12, "SELECT 1"));
            assertThat(lines).isEmpty();

            listener.on(new MigrationEvent.DatabaseWaiting(Duration.ZERO, "the server is starting or stopping"));
            listener.on(new MigrationEvent.LockWaiting(Duration.ofSeconds(10), Optional.empty()));
        }

        assertThat(lines)
                .containsExactly(
                        "waits for the database: the server is starting or stopping since 0 s",
                        "waits for another process that migrates since 0 s");
    }

    private String next(String word) throws InterruptedException {
        String line = "";
        while (line != null && !line.contains(word)) {
            line = lines.poll(30, TimeUnit.SECONDS);
        }
        return String.valueOf(line);
    }
}
