package dev.switchback.api.health;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.PendingStatus;
import dev.switchback.api.config.Settings;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.StatusReport;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a database is at the version that the migrations of this build expect. Reads only, takes no lock, loads
 * no engine, and never throws a {@link SwitchbackException}: what goes wrong is part of the answer.
 *
 * <p>Made to be asked every second: an answer is kept for a while, a check waits for the database only so long, and one
 * that still waits is not joined by a second one, unless it has waited for so long that its connection is probably dead.
 * It looks on a thread of its own, so that a driver that does not come back holds nobody up. For readiness, never for
 * liveness: a process must not be ended because its database is gone, and least of all while it migrates. Thread-safe.
 */
public final class MigrationHealth {

    /** Whatever is not well is looked at again soon, so that the end of a migration shows. */
    private static final Duration BAD_NEWS = Duration.ofSeconds(1);

    /** So many times the timeout a look is waited for before another one is made. */
    private static final int PATIENCE = 5;

    private final MigrationManager manager;
    private final Duration timeout;
    private final Duration cache;
    private final boolean enabled;
    private final PendingStatus pendingStatus;
    private final AtomicReference<@Nullable Answer> last = new AtomicReference<>();
    private final AtomicReference<@Nullable Look> running = new AtomicReference<>();

    private MigrationHealth(
            MigrationManager manager, Duration timeout, Duration cache, boolean enabled, PendingStatus pendingStatus) {
        this.manager = Objects.requireNonNull(manager, "manager");
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        this.cache = Objects.requireNonNull(cache, "cache");
        this.enabled = enabled;
        this.pendingStatus = Objects.requireNonNull(pendingStatus, "pendingStatus");
    }

    /** An answer, and when it was given, by {@link System#nanoTime()}. */
    private record Answer(HealthReport report, long given) {}

    /**
     * A look at the database that is under way.
     *
     * @param task gives the answer
     * @param begun when it was begun, by {@link System#nanoTime()}
     * @param patience how long it is waited for
     */
    private record Look(FutureTask<StatusReport> task, long begun, Duration patience) {

        boolean awaited() {
            return !task.isDone() && since(begun).compareTo(patience) < 0;
        }
    }

    /**
     * A health check on an open manager that waits two seconds at most and keeps a good answer for ten.
     *
     * @param manager the manager; stays the caller's to close
     * @return the check
     */
    public static MigrationHealth of(MigrationManager manager) {
        return of(manager, Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    /**
     * A health check as the settings {@code health.timeout}, {@code health.cache}, {@code health.enabled} and
     * {@code health.pending-status} say.
     *
     * @param manager the manager; stays the caller's to close
     * @param settings the settings
     * @return the check
     */
    public static MigrationHealth of(MigrationManager manager, Settings settings) {
        return new MigrationHealth(
                manager,
                settings.get(ConfigKey.HEALTH_TIMEOUT),
                settings.get(ConfigKey.HEALTH_CACHE),
                settings.get(ConfigKey.HEALTH_ENABLED),
                settings.get(ConfigKey.HEALTH_PENDING_STATUS));
    }

    /**
     * A health check.
     *
     * @param manager the manager; stays the caller's to close
     * @param timeout how long a check waits for the database; then the answer is {@link HealthStatus#UNREACHABLE}
     * @param cache how long the answer {@link HealthStatus#UP} is kept; any other is kept for a second at most. Zero keeps
     *     nothing
     * @return the check
     */
    public static MigrationHealth of(MigrationManager manager, Duration timeout, Duration cache) {
        return new MigrationHealth(manager, timeout, cache, true, PendingStatus.OUT_OF_SERVICE);
    }

    /**
     * Whether the health of the application is to have this check in it: the setting {@code health.enabled}, true unless
     * the check was made with settings. For adapters of frameworks; {@link #check()} works either way.
     *
     * @return whether a framework is to ask it
     */
    public boolean enabled() {
        return enabled;
    }

    /**
     * What a framework is to report while migrations are pending: the setting {@code health.pending-status},
     * {@link PendingStatus#OUT_OF_SERVICE} unless the check was made with settings. {@link #check()} says
     * {@link HealthStatus#PENDING} either way.
     *
     * @return the status for {@link HealthStatus#PENDING}
     */
    public PendingStatus pendingStatus() {
        return pendingStatus;
    }

    /** Looks at the database now, unless an answer is still good. */
    public HealthReport check() {
        Answer known = last.get();
        if (known != null && since(known.given()).compareTo(keep(known.report())) < 0) {
            return known.report();
        }
        try {
            return HealthReport.of(status());
        } catch (RuntimeException e) {
            return HealthReport.of(e);
        }
    }

    /**
     * What {@link MigrationManager#status()} tells, but no later than a check would: for pages that show every migration.
     * Always looks, and joins a look that is under way.
     *
     * @return the files beside the database
     * @throws SwitchbackException as {@link MigrationManager#status()}, and if the database did not answer in time
     */
    public StatusReport status() {
        try {
            return join().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw noAnswer("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static DatabaseAccessException noAnswer(String reason) {
        return new DatabaseAccessException(
                "the database",
                reason,
                null,
                0,
                "look whether its server runs, and who holds a lock there; to wait longer: health.timeout=10s",
                null);
    }

    private Duration keep(HealthReport report) {
        return report.up() || cache.compareTo(BAD_NEWS) < 0 ? cache : BAD_NEWS;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** The look that is under way, or a new one. */
    private FutureTask<StatusReport> join() {
        while (true) {
            Look current = running.get();
            if (current != null && current.awaited()) {
                return current.task();
            }
            Look next = new Look(new FutureTask<>(this::look), System.nanoTime(), patience(current));
            if (running.compareAndSet(current, next)) {
                Thread thread = new Thread(() -> run(next), "switchback-health");
                thread.setDaemon(true);
                thread.start();
                return next.task();
            }
        }
    }

    /** What was seen is not kept: it can be thousands of migrations. */
    private void run(Look look) {
        look.task().run();
        running.compareAndSet(look, null);
    }

    /** Each look that never comes back may hold a connection, so in a long outage there are fewer and fewer of them. */
    private Duration patience(@Nullable Look before) {
        return before == null || before.task().isDone()
                ? timeout.multipliedBy(PATIENCE)
                : before.patience().multipliedBy(2);
    }

    private StatusReport look() {
        try {
            StatusReport seen = manager.status();
            answered(HealthReport.of(seen));
            return seen;
        } catch (RuntimeException e) {
            answered(HealthReport.of(e));
            throw e;
        }
    }

    private void answered(HealthReport report) {
        last.set(new Answer(report, System.nanoTime()));
    }
}
