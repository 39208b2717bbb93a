package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.event.MigrationEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlightRecorderTest {

    private static final List<String> ENGINES = List.of("flyway", "liquibase");

    @TempDir
    Path dir;

    /** In one recording: the second one of a process loses longer texts that the first had (JDK 17). */
    @Test
    void recordsMigrationsStatementsAndWaits() throws Exception {
        Path file = dir.resolve("start.jfr");
        try (Recording recording = new Recording()) {
            for (String name : List.of("Migration", "Statement", "LockWait")) {
                recording.enable("switchback." + name).withThreshold(Duration.ZERO);
            }
            recording.start();
            for (String engine : ENGINES) {
                startTwo(Application.in(Files.createDirectory(dir.resolve(engine)), engine));
            }
            recording.stop();
            recording.dump(file);
        }

        // A recording is written by thread buffers, in the order in which they fill, not in that of the events.
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
        assertThat(named(events, "Migration")
                        .map(e -> e.getString("script") + " " + e.getString("direction") + " " + e.getInt("statements")
                                + " " + e.getBoolean("applied")))
                .containsExactlyElementsOf(twice("V1__create_book.sql up 1 true", "V2__add_title.sql up 1 true"));
        assertThat(named(events, "Statement")
                        .map(e -> e.getString("script") + " " + e.getInt("index") + " " + e.getInt("line")))
                .containsExactlyElementsOf(twice("V1__create_book.sql 1 1", "V2__add_title.sql 1 1"));
        assertThat(named(events, "LockWait").toList()).hasSize(2).allSatisfy(e -> {
            assertThat(e.getString("holder"))
                    .contains("pid " + ProcessHandle.current().pid());
            assertThat(e.getDuration()).isPositive();
        });
    }

    private static List<String> twice(String first, String second) {
        return List.of(first, second, first, second);
    }

    /** The first stands still in the middle of its migration until the second waits for it. */
    private static void startTwo(Application application) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waits = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<StartupResult> first = threads.submit(() ->
                MigrateOnStartup.run(application.upgrading().listener(event -> {
                    if (event instanceof MigrationEvent.StatementStarted) {
                        begun.countDown();
                        await(waits);
                    }
                })));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        StartupResult second = MigrateOnStartup.run(application.mode("upgrade").listener(event -> {
            if (event instanceof MigrationEvent.LockWaiting waiting
                    && waiting.holder().isPresent()) {
                waits.countDown();
            }
        }));
        assertThat(first.get(30, TimeUnit.SECONDS).health().up()).isTrue();
        assertThat(second.health().up()).isTrue();
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream().filter(e -> e.getEventType().getName().equals("switchback." + name));
    }
}
