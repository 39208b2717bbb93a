package dev.switchback.startup;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Who hears what happens during one start. They are made when something happens: nearly every start finds nothing to do,
 * and then none of them is needed.
 */
final class StartEvents implements MigrationListener, AutoCloseable {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    private final Logger log;
    private @Nullable StartupProgress progress;
    private @Nullable ProgressLog lines;
    private @Nullable FlightRecorder recorder;
    private @Nullable MigrationManager migrations;
    private @Nullable ProcessEnd end;
    private volatile @Nullable MigrationListener all;

    StartEvents(Logger log) {
        this.log = log;
    }

    /** What the start is doing, for whoever answers probes meanwhile. */
    synchronized StartupProgress progress() {
        StartupProgress known = progress;
        if (known == null) {
            known = new StartupProgress();
            progress = known;
        }
        return known;
    }

    /** Whose events these are. */
    synchronized void of(MigrationManager opened) {
        migrations = opened;
        MigrationListener listeners = all;
        if (listeners != null) {
            all = listeners.and(heedsTheEnd(opened));
        }
    }

    @Override
    public void on(MigrationEvent event) {
        MigrationListener listeners = all;
        (listeners != null ? listeners : made()).on(event);
    }

    private synchronized MigrationListener made() {
        ProgressLog madeLines = new ProgressLog(progress(), PROGRESS_EVERY, line -> log.info("Migrations: {}", line));
        FlightRecorder madeRecorder = new FlightRecorder();
        MigrationListener made = progress().and(madeLines).and(madeRecorder).and(this::warn);
        if (migrations != null) {
            made = made.and(heedsTheEnd(migrations));
        }
        lines = madeLines;
        recorder = madeRecorder;
        all = made;
        return made;
    }

    private MigrationListener heedsTheEnd(MigrationManager opened) {
        ProcessEnd heeding = ProcessEnd.of(opened, what -> log.warn("Migrations: {}", what));
        end = heeding;
        return heeding;
    }

    private void warn(MigrationEvent event) {
        if (event instanceof MigrationEvent.LockSkipped skipped) {
            log.warn("Migrations: {}", skipped.warning());
        }
    }

    /** The start is over. */
    synchronized void ended(String how) {
        if (progress != null) {
            progress.ended(how);
        }
    }

    @Override
    public synchronized void close() {
        if (lines != null) {
            lines.close();
        }
        if (recorder != null) {
            recorder.ended();
        }
        if (end != null) {
            end.close();
        }
    }
}
