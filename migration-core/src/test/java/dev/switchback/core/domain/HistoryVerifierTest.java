package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.OutOfOrderPolicy;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryVerifierTest {

    @Test
    void freshDatabaseHasEverythingPending() {
        Reconciliation state = Given.state(Given.files("V1", "V2", "Rviews"), List.of());

        assertThat(states(state)).containsExactly("1 PENDING", "2 PENDING", "R views PENDING");
        assertThat(state.problems()).isEmpty();
        assertThat(state.current()).isEmpty();
        assertThat(state.head()).hasValueSatisfying(v -> assertThat(v.text()).isEqualTo("2"));
    }

    @Test
    void reportsEditedMissingFailedAndOutOfOrderAtOnce() {
        HistoryVerifier verifier = Given.verifier(
                Policies.defaults(),
                (script, row) -> Set.of("V1__step.sql").contains(script.script()),
                (script, row) -> false);

        Reconciliation state =
                verifier.reconcile(Given.files("V1", "V3", "V4", "V6"), Given.history("V1", "V2", "V4x", "V5"));

        assertThat(states(state))
                .containsExactly("1 CHANGED", "2 MISSING", "3 OUT_OF_ORDER", "4 FAILED", "5 MISSING", "6 PENDING");
        assertThat(state.problems())
                .extracting(Problem::kind)
                .containsExactlyInAnyOrder(
                        Problem.Kind.CHANGED,
                        Problem.Kind.MISSING,
                        Problem.Kind.OUT_OF_ORDER,
                        Problem.Kind.FAILED,
                        Problem.Kind.MISSING);
    }

    @Test
    void aRenamedFileThatRanAgainHasARowForEachName() {
        AppliedMigration before = Given.history("V1").get(0);
        AppliedMigration again = new AppliedMigration(
                2,
                before.kind(),
                before.version(),
                "renamed",
                "V1__renamed.sql",
                before.state(),
                before.checksum(),
                before.appliedAt(),
                before.appliedBy(),
                before.executionTime());
        HistoryVerifier verifier = Given.verifier(
                Policies.defaults(),
                (script, row) -> false,
                (script, row) -> !script.script().equals(row.script()));

        assertThat(verifier.reconcile(Given.files("V1"), List.of(again)).problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.RENAMED);
        assertThat(verifier.reconcile(Given.files("V1"), List.of(again, before)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.MISSING);
                    assertThat(problem.nextStep()).endsWith("--forget-missing V1__renamed.sql");
                });
    }

    @Test
    void whatMayBeInAFolderThatCannotBeReadIsNotGone() {
        Problem folder = new Problem(
                Problem.Kind.UNEXPECTED_FILE,
                "later/",
                Optional.empty(),
                "migrations/later/ cannot be read",
                "read it");
        Problem other = new Problem(
                Problem.Kind.UNEXPECTED_FILE, "notes.txt", Optional.empty(), "notes.txt is no migration", "move it");
        Offer files = Given.files("V1", "V3");
        Offer unread = new Offer(files.migrations(), List.of(folder), List.of());
        Offer strange = new Offer(files.migrations(), List.of(other), List.of());

        assertThat(Given.state(unread, Given.history("V1", "V2", "V3", "V4")).allProblems())
                .containsExactly(folder);
        assertThat(Given.state(unread, Given.history("V1", "V2", "V3", "V4")).allWarnings())
                .isEmpty();
        assertThat(Given.state(strange, Given.history("V1", "V2", "V3")).allProblems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.UNEXPECTED_FILE, Problem.Kind.MISSING);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutOfOrderPolicy.class,
            names = {"WARN", "APPLY"})
    void outOfOrderIsPendingWhenAllowed(OutOfOrderPolicy policy) {
        HistoryVerifier verifier = Given.verifier(new Policies(policy, true, false));

        Reconciliation state = verifier.reconcile(Given.files("V1", "V2", "V3"), Given.history("V1", "V3"));

        assertThat(states(state)).containsExactly("1 APPLIED", "2 PENDING", "3 APPLIED");
        assertThat(state.problems()).isEmpty();
        assertThat(state.warnings())
                .isEqualTo(
                        policy == OutOfOrderPolicy.APPLY
                                ? List.of()
                                : List.of("V2__step.sql is not applied although 3 is"));
    }

    @Test
    void databaseAheadOfTheFilesIsAWarningUnlessRefused() {
        Reconciliation warned = Given.state(Given.files("V1"), Given.history("V1", "V2"));
        Reconciliation refused = Given.verifier(new Policies(OutOfOrderPolicy.REFUSE, true, true))
                .reconcile(Given.files("V1"), Given.history("V1", "V2"));

        assertThat(states(warned)).containsExactly("1 APPLIED", "2 AHEAD");
        assertThat(warned.problems()).isEmpty();
        assertThat(warned.warnings()).hasSize(1);
        assertThat(refused.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.AHEAD);
    }

    @Test
    void editedRepeatableIsOutdatedAndNoProblem() {
        HistoryVerifier verifier = Given.verifier(Policies.defaults(), (script, row) -> true, (script, row) -> false);

        Reconciliation state = verifier.reconcile(Given.files("Rviews"), Given.history("Rviews"));

        assertThat(states(state)).containsExactly("R views OUTDATED");
        assertThat(state.problems()).isEmpty();
    }

    @Test
    void highestBaselineStandsInForOlderVersionsOnAFreshDatabaseOnly() {
        Offer files = Given.files("V1", "V2", "V3", "B1", "B2");

        assertThat(states(Given.state(files, List.of())))
                .containsExactly("1 BELOW_BASELINE", "1 BELOW_BASELINE", "2 BELOW_BASELINE", "2 PENDING", "3 PENDING");
        assertThat(states(Given.state(files, Given.history("V1"))))
                .containsExactly("1 APPLIED", "1 BELOW_BASELINE", "2 PENDING", "2 BELOW_BASELINE", "3 PENDING");
    }

    @Test
    void nothingAtOrBelowAnAppliedBaselineIsPending() {
        Reconciliation marker = Given.state(Given.files("V1", "V2", "V3"), Given.history("=2"));
        Reconciliation script = Given.state(Given.files("V1", "V2", "V3", "B2"), Given.history("B2"));

        assertThat(states(marker)).containsExactly("1 BELOW_BASELINE", "2 BELOW_BASELINE", "2 BASELINE", "3 PENDING");
        assertThat(states(script)).containsExactly("1 BELOW_BASELINE", "2 BELOW_BASELINE", "2 APPLIED", "3 PENDING");
        assertThat(script.floor()).hasValueSatisfying(v -> assertThat(v.text()).isEqualTo("2"));
    }

    @Test
    void filesReplacedByABaselineAreNotMissing() {
        Reconciliation state = Given.state(Given.files("B2", "V3"), Given.history("V1", "V2"));

        assertThat(state.problems()).isEmpty();
        assertThat(states(state))
                .containsExactly("1 BELOW_BASELINE", "2 BELOW_BASELINE", "2 BELOW_BASELINE", "3 PENDING");
    }

    @Test
    void aDatabaseThatIsBehindABaselineWithoutTheFilesBetweenIsToldSo() {
        Offer squashed = Given.files("B2", "V3");

        for (List<AppliedMigration> behind :
                List.of(Given.history("V1"), Given.history("=1"), Given.history("B1"), Given.history("Rviews"))) {
            assertThat(Given.state(squashed, behind).problems())
                    .extracting(p -> p.kind() + " " + p.script())
                    .contains("MISSING B2__step.sql");
        }
        assertThat(Given.state(Given.files("V1", "V2", "B2", "V3"), Given.history("V1"))
                        .problems())
                .as("the files are there")
                .isEmpty();
        assertThat(Given.state(Given.files("V1", "B2", "V3"), Given.history("V1"))
                        .problems())
                .as("a baseline with a version of its own")
                .isEmpty();
        assertThat(Given.state(squashed, Given.history("B2x")).problems())
                .extracting(Problem::kind)
                .as("it failed")
                .containsExactly(Problem.Kind.FAILED);
        assertThat(Given.state(squashed, Given.history("V1", "V2", "V3")).problems())
                .isEmpty();
    }

    @Test
    void failedMigrationIsNotCurrent() {
        Reconciliation state = Given.state(Given.files("V1", "V2"), Given.history("V1", "V2x"));

        assertThat(state.current()).hasValueSatisfying(v -> assertThat(v.text()).isEqualTo("1"));
        assertThat(state.history().get(1).state()).isEqualTo(AppliedMigration.State.FAILED);
    }

    @Test
    void advisesCommandsThatCanBeCopiedWhateverAFileIsCalled() {
        Reconciliation missing = Given.state(Given.files(), Given.history("Rcustomer view"));
        Reconciliation failed = Given.state(Given.files(), Given.history("Rit'sx"));

        assertThat(missing.problems())
                .extracting(Problem::nextStep)
                .containsExactly(
                        "restore the file, or forget it: switchback repair --forget-missing 'R__customer view.sql'");
        assertThat(failed.problems())
                .extracting(Problem::nextStep)
                .anySatisfy(next -> assertThat(next)
                        .endsWith("switchback repair --mark-applied 'R__it'\\''s.sql' or --mark-reverted"
                                + " 'R__it'\\''s.sql'"));
    }

    private static List<String> states(Reconciliation state) {
        return state.statuses().stream()
                .map(s -> s.label() + " " + name(s.state()))
                .toList();
    }

    private static String name(MigrationState state) {
        return state.name();
    }
}
