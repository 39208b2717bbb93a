package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.LockHolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlightRecorderTest {

    @TempDir
    Path dir;

    @Test
    void recordsMigrationsStatementsAndWaits() throws Exception {
        Application application = Application.in(dir, "flyway");
        Path file = dir.resolve("start.jfr");
        try (Recording recording = new Recording()) {
            for (String name : List.of("Migration", "Statement", "LockWait")) {
                recording.enable("switchback." + name).withThreshold(Duration.ZERO);
            }
            recording.start();
            MigrateOnStartup.run(application.upgrading());
            FlightRecorder recorder = new FlightRecorder();
            recorder.on(new MigrationEvent.LockWaiting(Duration.ZERO, Optional.of(holder())));
            recorder.on(new MigrationEvent.LockAcquired(Duration.ofSeconds(1)));
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events.stream()
                        .filter(e -> e.getEventType().getName().equals("switchback.Migration"))
                        .map(e -> e.getString("script") + " " + e.getString("direction") + " " + e.getInt("statements")
                                + " " + e.getBoolean("applied")))
                .containsExactly("V1__create_book.sql up 1 true", "V2__add_title.sql up 1 true");
        assertThat(events.stream()
                        .filter(e -> e.getEventType().getName().equals("switchback.Statement"))
                        .map(e -> e.getString("script") + " " + e.getInt("index") + " " + e.getInt("line")))
                .containsExactly("V1__create_book.sql 1 1", "V2__add_title.sql 1 1");
        assertThat(events.stream()
                        .filter(e -> e.getEventType().getName().equals("switchback.LockWait"))
                        .map(e -> e.getString("holder")))
                .containsExactly("pid 7 on web-1");
    }

    private static LockHolder holder() {
        return new LockHolder(
                LockHolder.Kind.RUN,
                "pid 7 on web-1",
                Optional.of(7L),
                Optional.of("web-1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
