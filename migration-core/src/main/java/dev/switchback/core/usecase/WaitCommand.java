package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.StatusReport;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.port.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Waits for others: for a server that starts, or for the process that migrates. Writes nothing and takes no lock. */
final class WaitCommand {

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 400;

    private final Workspace workspace;
    private final Database database;
    private final Queries queries;
    private final MigrationListener listener;

    WaitCommand(Workspace workspace, Database database, Queries queries, MigrationListener listener) {
        this.workspace = workspace;
        this.database = database;
        this.queries = queries;
        this.listener = listener;
    }

    boolean createDatabase() {
        return database.create();
    }

    void forDatabase(Duration timeout) {
        if (database.exists()) {
            database.await(timeout);
        }
    }

    StatusReport forHead(Duration timeout) {
        long start = System.nanoTime();
        long nextReport = 0;
        while (true) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            Duration left = timeout.minus(waited);
            forDatabase(left.isNegative() ? Duration.ZERO : left);
            Offer offer = workspace.offer();
            // empty while another process has the database to itself
            Optional<Reconciliation> seen = workspace.glance(offer);
            boolean head = seen.filter(WaitCommand::isAtHead).isPresent();
            // files do not mend themselves; a history may, when the run of another process is over
            if (head || !offer.problems().isEmpty() || waited.compareTo(timeout) >= 0) {
                return queries.status();
            }
            if (waited.toNanos() >= nextReport) {
                listener.on(new MigrationEvent.DatabaseWaiting(waited, reason(seen)));
                nextReport += REPORT_EVERY.toNanos();
            }
            if (!pause()) {
                return queries.status();
            }
        }
    }

    private static boolean isAtHead(Reconciliation state) {
        return state.problems().isEmpty() && pending(state) == 0;
    }

    private static String reason(Optional<Reconciliation> seen) {
        return seen.map(state -> pending(state) == 0
                        ? "its history has a problem, perhaps only until a run is over"
                        : pending(state) + " pending")
                .orElse("another process has it to itself");
    }

    private static long pending(Reconciliation state) {
        return state.statuses().stream().filter(s -> s.state().pending()).count();
    }

    /** False if somebody wants this thread to end. */
    private static boolean pause() {
        try {
            Thread.sleep(POLL_MILLIS + ThreadLocalRandom.current().nextInt(POLL_MILLIS));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
