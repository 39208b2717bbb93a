package dev.switchback.core.usecase;

import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Keeps those who only look from deciding about a migration that another process is in the middle of: until its end it is
 * in the journal as one that failed half-way would be.
 */
final class Underway {

    private final LockQuery lock;

    Underway(LockQuery lock) {
        this.lock = lock;
    }

    /** The same problems; costs a look at the lock only if something failed. */
    List<Problem> judge(List<Problem> problems) {
        if (problems.stream().noneMatch(Underway::failed)) {
            return problems;
        }
        Optional<LockHolder> run = run();
        return run.isEmpty()
                ? problems
                : problems.stream()
                        .map(problem -> failed(problem) ? perhapsRunning(problem, run.get()) : problem)
                        .toList();
    }

    private Optional<LockHolder> run() {
        try {
            return lock.run();
        } catch (SwitchbackException e) {
            // who may not see it is told of the failure as without it
            return Optional.empty();
        }
    }

    private static boolean failed(Problem problem) {
        return problem.kind() == Problem.Kind.FAILED;
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
