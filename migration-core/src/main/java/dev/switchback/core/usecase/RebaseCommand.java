package dev.switchback.core.usecase;

import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RebaseResult;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.port.MigrationFiles;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Moves migrations that are not applied behind all others. */
final class RebaseCommand {

    private final Workspace workspace;
    private final MigrationFiles files;

    RebaseCommand(Workspace workspace, MigrationFiles files) {
        this.workspace = workspace;
        this.files = files;
    }

    RebaseResult rebase(List<String> names) {
        Offer offer = workspace.offer();
        // this very command mends a manifest that was merged by hand, and of two files with one version the one named
        List<Problem> problems = offer.problems().stream()
                .filter(problem -> problem.kind() != Problem.Kind.SUM_MISMATCH
                        && (names.isEmpty() || problem.kind() != Problem.Kind.DUPLICATE))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidMigrationSourceException(problems);
        }
        Reconciliation state = workspace.look(offer);
        Set<String> chosen = new LinkedHashSet<>();
        if (names.isEmpty()) {
            state.statuses().stream()
                    .filter(status -> status.state() == MigrationState.OUT_OF_ORDER)
                    .forEach(status -> chosen.add(status.script()));
        }
        names.forEach(name -> chosen.add(choose(new MigrationName(name), state)));
        // in the order of their old versions, which is that of the offer
        List<MigrationScript> moved = Stream.concat(offer.migrations().stream(), offer.rivals().stream())
                .filter(script -> chosen.contains(script.script()))
                .sorted(Comparator.comparing(
                        script -> script.migration().version().orElseThrow()))
                .toList();
        return new RebaseResult(moved.isEmpty() ? List.of() : files.rebase(moved));
    }

    private static String choose(MigrationName name, Reconciliation state) {
        Optional<MigrationScript> rival = state.offer().rivals().stream()
                .filter(script -> name.isFile(script.script()))
                .findFirst();
        if (rival.isPresent()) {
            // were it applied, it would not be the rival
            return rival.get().script();
        }
        MigrationStatus status =
                state.statuses().stream().filter(name::in).findFirst().orElseThrow(name::unknown);
        name.requireOneFile(state.offer());
        if (status.migration().isEmpty()) {
            throw name.refused("has no file");
        }
        if (status.applied().isPresent()) {
            throw name.refused(
                    "is " + (status.state() == MigrationState.FAILED ? "half applied" : "applied")
                            + ", so its version is what the history knows it by",
                    "rebase only what is not applied: switchback status");
        }
        if (status.migration().get().kind() != MigrationKind.VERSIONED) {
            throw name.refused("has no version to change", "rebase versioned migrations: switchback status");
        }
        return status.script();
    }
}
