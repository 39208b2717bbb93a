package dev.switchback.core.usecase;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.ExecutedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.RunPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run has done so far. Used by the thread of the run. */
final class RunTally {

    private final RunPlan plan;
    private final long start;
    private final List<String> warnings;
    private final List<ExecutedMigration> executed = new ArrayList<>();
    /** False while the run is one transaction that is not committed. */
    private boolean kept;

    /**
     * Nothing is done yet.
     *
     * @param start when the command began, by {@link System#nanoTime}
     */
    RunTally(RunPlan plan, long start, List<String> warnings) {
        this.plan = plan;
        this.start = start;
        this.warnings = List.copyOf(warnings);
        this.kept = !plan.whole();
    }

    RunPlan plan() {
        return plan;
    }

    void add(ExecutedMigration migration) {
        executed.add(migration);
    }

    /** What is done is committed. */
    void keep() {
        kept = true;
    }

    /** Whether nothing of the run stays if it ends here. */
    boolean isEmpty() {
        return !kept || executed.isEmpty();
    }

    /** What was done, and is undone if the run ends here. */
    List<Migration> undone() {
        return kept
                ? List.of()
                : executed.stream().map(ExecutedMigration::migration).toList();
    }

    /** The result, if the run ended here. */
    RunResult soFar() {
        return kept ? result(executed, reached()) : result(List.of(), plan.from());
    }

    /** The result of the whole plan. */
    RunResult complete() {
        return result(executed, plan.to());
    }

    private RunResult result(List<ExecutedMigration> done, Optional<MigrationVersion> to) {
        return new RunResult(
                plan.direction(), plan.from(), to, done, Duration.ofNanos(System.nanoTime() - start), warnings);
    }

    /** The version in effect after what has run so far. */
    private Optional<MigrationVersion> reached() {
        Optional<MigrationVersion> last = executed.isEmpty()
                ? Optional.empty()
                : executed.get(executed.size() - 1).migration().version();
        if (last.isEmpty()) {
            return plan.from();
        }
        if (plan.direction() == Direction.UP) {
            return plan.from().filter(from -> from.isAfter(last.get())).or(() -> last);
        }
        // the version below the one reverted last
        return plan.steps().stream()
                .flatMap(s -> s.script().migration().version().stream())
                .filter(v -> last.get().isAfter(v))
                .max(MigrationVersion::compareTo)
                .or(plan::to);
    }
}
