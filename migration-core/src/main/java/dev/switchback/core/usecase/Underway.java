package dev.switchback.core.usecase;

import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.StatusReport;
import dev.switchback.core.port.Database;
import java.util.List;
import java.util.Optional;

/**
 * Keeps those who only look from deciding about a migration that another process is in the middle of: until its end it is
 * in the journal as one that failed half-way would be.
 */
final class Underway {

    private final Database database;

    Underway(Database database) {
        this.database = database;
    }

    /** The same report, with what is to be said of the failures while somebody has the lock. */
    StatusReport judge(StatusReport report) {
        return new StatusReport(
                report.database(),
                report.engine(),
                report.historyTable(),
                report.current(),
                report.head(),
                report.migrations(),
                judge(report.problems()),
                report.warnings());
    }

    /** The same problems, with what is to be said of the failures while somebody has the lock. */
    List<Problem> judge(List<Problem> problems) {
        Optional<LockHolder> run = run();
        return run.isEmpty()
                ? problems
                : problems.stream()
                        .map(problem ->
                                problem.kind() == Problem.Kind.FAILED ? perhapsRunning(problem, run.get()) : problem)
                        .toList();
    }

    /** Who is running migrations at this moment. */
    private Optional<LockHolder> run() {
        try {
            return database.lock().holders().stream()
                    .filter(holder -> holder.kind() == LockHolder.Kind.RUN)
                    .findFirst();
        } catch (SwitchbackException e) {
            // who may not see it is told of the failure as without it
            return Optional.empty();
        }
    }

    private static Problem perhapsRunning(Problem problem, LockHolder run) {
        return new Problem(
                problem.kind(),
                problem.script(),
                problem.version(),
                problem.script() + " is perhaps being run at this moment, by " + run.describe() + "; if not, "
                        + problem.message(),
                "wait until that run is over, then look again: switchback status");
    }
}
