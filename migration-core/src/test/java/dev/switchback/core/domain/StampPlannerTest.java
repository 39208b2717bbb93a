package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class StampPlannerTest {

    private final StampPlanner planner = new StampPlanner();

    @Test
    void headRecordsEverythingRepeatablesIncluded() {
        StampPlan plan = planner.plan(Given.state(Given.files("V1", "V2", "Rviews"), List.of()), Target.head());

        assertThat(marked(plan)).containsExactly("V1__step.sql", "V2__step.sql", "R__views.sql");
        assertThat(plan.forget()).isEmpty();
    }

    @Test
    void aLowerVersionForgetsWhatIsAboveAndTheRepeatables() {
        Reconciliation state =
                Given.state(Given.files("V1", "V2", "V3", "Rviews"), Given.history("V1", "V2", "V3", "Rviews"));

        StampPlan plan = planner.plan(state, Target.parse("1"));

        assertThat(marked(plan)).isEmpty();
        assertThat(plan.forget())
                .extracting(AppliedMigration::script)
                .containsExactly("R__views.sql", "V3__step.sql", "V2__step.sql");
    }

    @Test
    void fillsGapsBelowTheTarget() {
        StampPlan plan =
                planner.plan(Given.state(Given.files("V1", "V2", "V3"), Given.history("V2")), Target.parse("3"));

        assertThat(marked(plan)).containsExactly("V1__step.sql", "V3__step.sql");
    }

    @Test
    void theCurrentVersionNeedsNothing() {
        StampPlan plan = planner.plan(Given.state(Given.files("V1", "V2"), Given.history("V1")), Target.parse("1"));

        assertThat(marked(plan)).isEmpty();
        assertThat(plan.forget()).isEmpty();
    }

    @Test
    void aMigrationThatMovedToAnotherFolderIsNotRecordedTwice() {
        MigrationScript moved = Given.script("V1");
        Migration m = moved.migration();
        String path = "2026/" + m.script();
        MigrationScript there = new MigrationScript(
                new Migration(m.kind(), m.version(), m.description(), path, m.sha256(), m.downScript()),
                new SqlScript(path, "select 1;", "select 1;", SqlScript.Transaction.AUTO),
                moved.down(),
                moved.irreversible());
        Offer offer = new Offer(List.of(there), List.of(), List.of());

        StampPlan plan = planner.plan(Given.state(offer, Given.history("V1")), Target.head());

        assertThat(marked(plan)).isEmpty();
    }

    @Test
    void aSquashedBaselineStandsForTheVersionsThatAreGone() {
        assertThat(marked(planner.plan(Given.state(Given.files("V3", "B2"), List.of()), Target.head())))
                .containsExactly("B2__step.sql", "V3__step.sql");
        assertThat(marked(planner.plan(Given.state(Given.files("V1", "V2", "B2"), List.of()), Target.head())))
                .containsExactly("V1__step.sql", "V2__step.sql");
    }

    @Test
    void aBaselineBesideOtherVersionsIsNotSaidToBeRecorded() {
        Reconciliation behind = Given.state(Given.files("V3", "B2"), Given.history("V1"));

        assertThatThrownBy(() -> planner.plan(behind, Target.parse("2")))
                .isInstanceOfSatisfying(
                        InvalidTargetException.class,
                        e -> assertThat(e.nextStep()).endsWith("switchback stamp --purge 2"));
        assertThat(marked(planner.planAfresh(behind, Target.parse("2")))).containsExactly("B2__step.sql");
    }

    @Test
    void refusesToGoBelowABaselineAndToHideAFailure() {
        Reconciliation baseline = Given.state(Given.files("V1", "V2", "V3"), Given.history("=2", "V3"));
        Reconciliation failed = Given.state(Given.files("V1", "V2"), Given.history("V1", "V2x"));

        assertThatThrownBy(() -> planner.plan(baseline, Target.base()))
                .isInstanceOf(IrreversibleMigrationException.class);
        assertThatThrownBy(() -> planner.plan(failed, Target.head())).isInstanceOf(HistoryMismatchException.class);
    }

    private static List<String> marked(StampPlan plan) {
        return plan.mark().stream().map(MigrationScript::script).toList();
    }
}
