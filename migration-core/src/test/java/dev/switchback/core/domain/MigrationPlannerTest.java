package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.TransactionMode;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationPlannerTest {

    private static final Offer FILES = Given.files("V20260101", "V20260102", "V20260201", "V20270101", "Rviews");

    private static final TransactionRule USUAL = new TransactionRule(TransactionMode.AUTO, DatabaseKind.SQLITE);

    private final MigrationPlanner planner =
            new MigrationPlanner(script -> new ScriptFacts(1, true, List.of(), List.of()), USUAL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            head        | 20260101 20260102 20260201 20270101 R | 20270101
            20260102    | 20260101 20260102                     | 20260102
            2027        | 20260101 20260102 20260201 20270101 R | 20270101
            +1          | 20260101                              | 20260101
            +4          | 20260101 20260102 20260201 20270101 R | 20270101
            20260102+1  | 20260101 20260102 20260201            | 20260201
            20270101-2  | 20260101 20260102                     | 20260102
            """)
    void upgradeFromScratchRunsUpToTheTarget(String target, String steps, String end) {
        RunPlan plan = planner.up(Given.state(FILES, List.of()), Target.parse(target));

        assertThat(labels(plan)).isEqualTo(steps);
        assertThat(plan.to().map(MigrationVersion::text)).contains(end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1         | 20260201                   | 20260102
            -3         | 20260201 20260102 20260101 |
            base       | 20260201 20260102 20260101 |
            20260101   | 20260201 20260102          | 20260101
            20260201   |                            | 20260201
            20260201-1 | 20260201                   | 20260102
            """)
    void downgradeRevertsTheHighestVersionFirst(String target, String steps, String end) {
        Reconciliation state = Given.state(FILES, Given.history("V20260101", "V20260102", "V20260201", "Rviews"));

        RunPlan plan = planner.down(state, Target.parse(target));

        assertThat(labels(plan)).isEqualTo(steps == null ? "" : steps);
        assertThat(plan.to().map(MigrationVersion::text)).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            up   | base      | lies below
            up   | -1        | lies below
            up   | 20260101  | is below the current version 20260102
            up   | +5        | only 2 pending
            up   | 9         | no migration has this version
            up   | 202       | no migration has this version
            up   | 2026      | is the beginning of 3 versions
            up   | 20270101+1| goes past the last migration
            down | head      | lies above
            down | +1        | lies above
            down | 20270101  | is above the current version 20260102
            down | -3        | only 2 applied
            down | 20260101-1| goes past the first migration
            """)
    void impossibleTargetsSayWhy(String direction, String target, String reason) {
        Reconciliation state = Given.state(FILES, Given.history("V20260101", "V20260102"));
        Target parsed = Target.parse(target);

        assertThatThrownBy(() -> {
                    RunPlan plan = direction.equals("up") ? planner.up(state, parsed) : planner.down(state, parsed);
                    throw new AssertionError("planned " + plan);
                })
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void repeatablesWaitUntilNothingVersionedIsLeft() {
        Reconciliation state = Given.state(Given.files("V1", "V2", "Ra", "Rb"), Given.history("V1", "Ra"));

        assertThat(labels(planner.up(state, Target.head()))).isEqualTo("2 R");
        assertThat(labels(planner.up(state, Target.parse("1")))).isEmpty();
    }

    @Test
    void downgradeForgetsRepeatablesWithItsFirstStepOnly() {
        Reconciliation state = Given.state(Given.files("V1", "V2", "Ra"), Given.history("V1", "V2", "Ra"));

        RunPlan plan = planner.down(state, Target.base());

        assertThat(plan.steps().get(0).forget())
                .extracting(AppliedMigration::description)
                .containsExactly("a");
        assertThat(plan.steps().get(1).forget()).isEmpty();
    }

    @Test
    void namesEveryIrreversibleMigrationBeforeAnythingIsTouched() {
        Reconciliation state =
                Given.state(Given.files("V1", "V2!", "V3", "V4!"), Given.history("V1", "V2", "V3", "V4"));

        assertThatThrownBy(() -> planner.down(state, Target.base()))
                .isInstanceOf(IrreversibleMigrationException.class)
                .hasMessageContaining("V2__step.sql")
                .hasMessageContaining("V4__step.sql");
    }

    @Test
    void neverGoesBelowABaseline() {
        Reconciliation state = Given.state(Given.files("V1", "V2", "V3"), Given.history("=2", "V3"));

        assertThat(labels(planner.down(state, Target.parse("2")))).isEqualTo("3");
        assertThatThrownBy(() -> planner.down(state, Target.base()))
                .isInstanceOf(IrreversibleMigrationException.class)
                .hasMessageContaining("2 is a baseline");
    }

    @Test
    void baselineSupersedesTheVersionsUpToIt() {
        Reconciliation state = Given.state(Given.files("V1", "V2", "V3", "B2"), List.of());

        RunPlan plan = planner.up(state, Target.head());

        assertThat(labels(plan)).isEqualTo("2 3");
        assertThat(plan.steps().get(0).supersedes())
                .extracting(MigrationScript::script)
                .containsExactly("V1__step.sql", "V2__step.sql");
    }

    @Test
    void upgradeRefusesAHistoryWithProblems() {
        Reconciliation state = Given.state(Given.files("V1", "V2"), Given.history("V2"));

        assertThatThrownBy(() -> planner.up(state, Target.head()))
                .isInstanceOf(HistoryMismatchException.class)
                .hasMessageContaining("V1__step.sql");
    }

    @Test
    void collectsTheProblemsOfAllScriptsItWouldRun() {
        MigrationPlanner strict = new MigrationPlanner(
                script -> new ScriptFacts(
                        1,
                        true,
                        List.of(new Problem(
                                Problem.Kind.BAD_CONTENT,
                                script.file(),
                                Optional.empty(),
                                "bad " + script.file(),
                                "mend")),
                        List.of()),
                USUAL);

        assertThatThrownBy(() -> strict.up(Given.state(Given.files("V1", "V2"), List.of()), Target.head()))
                .isInstanceOf(InvalidMigrationSourceException.class)
                .hasMessageContaining("bad V1__step.sql")
                .hasMessageContaining("bad V2__step.sql");
    }

    private static String labels(RunPlan plan) {
        return String.join(
                " ",
                plan.steps().stream()
                        .map(s -> s.script()
                                .migration()
                                .version()
                                .map(MigrationVersion::text)
                                .orElse("R"))
                        .toList());
    }
}
