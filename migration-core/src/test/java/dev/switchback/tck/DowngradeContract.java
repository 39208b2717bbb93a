package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Going down, with every engine. */
public abstract class DowngradeContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected DowngradeContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private RunResult downgrade(String target) {
        try (MigrationManager manager = open()) {
            return manager.downgrade(Target.parse(target));
        }
    }

    private List<String> userTables() throws SQLException {
        return database().tables().stream()
                .filter(name -> name.matches("t\\d+"))
                .toList();
    }

    @Test
    void revertsSomeStepsNewestFirst() throws SQLException {
        applied(Scenario.gaps());
        try (MigrationManager manager = open()) {
            RunResult result = manager.downgrade(Target.parse("-2"));
            assertThat(result.direction()).isEqualTo(Direction.DOWN);
            assertThat(result.from()).contains(MigrationVersion.of("7"));
            assertThat(result.to()).contains(MigrationVersion.of("3"));
            assertThat(labels(result)).containsExactly("7", "4");
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED", "2 V3 'create t3' V3__create_t3.sql APPLIED");
            assertThat(manager.current()).contains(MigrationVersion.of("3"));
            assertThat(states(manager))
                    .containsExactly(
                            "V1__create_t1.sql APPLIED",
                            "V3__create_t3.sql APPLIED",
                            "V4__create_t4.sql PENDING",
                            "V7__create_t7.sql PENDING");
        }
        assertThat(userTables()).containsExactly("t1", "t3");
    }

    @Test
    void revertsDownToAVersionWhichStays() throws SQLException {
        applied(Scenario.gaps());
        assertThat(labels(downgrade("4"))).containsExactly("7");
        assertThat(userTables()).containsExactly("t1", "t3", "t4");
    }

    @Test
    void revertsToBaseAndComesBack() throws SQLException {
        applied(Scenario.linear());
        try (MigrationManager manager = open()) {
            for (int round = 0; round < 3; round++) {
                RunResult down = manager.downgrade(Target.base());
                assertThat(labels(down)).containsExactly("3", "2", "1");
                assertThat(down.to()).isEmpty();
                assertThat(manager.current()).isEmpty();
                assertThat(manager.history()).isEmpty();
                assertThat(userTables()).isEmpty();
                assertThat(labels(manager.upgrade())).containsExactly("1", "2", "3");
            }
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V2 'create t2' V2__create_t2.sql APPLIED",
                            "3 V3 'create t3' V3__create_t3.sql APPLIED");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void toTheCurrentVersionIsNothingToDo() throws SQLException {
        applied(Scenario.linear());
        String before = database().snapshot();
        assertThat(downgrade("3").changedAnything()).isFalse();
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void refusesATargetThatDoesNotExistOrLiesAbove() throws SQLException {
        files().write(Scenario.gaps().before());
        try (MigrationManager manager = open()) {
            manager.upgrade(Target.parse("4"));
        }
        String before = database().snapshot();
        for (String target : List.of("7", "5", "head", "+1", "-4")) {
            assertThatExceptionOfType(InvalidTargetException.class)
                    .as(target)
                    .isThrownBy(() -> downgrade(target))
                    .satisfies(e -> assertThat(e.target()).isEqualTo(target));
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void refusesAMigrationWithoutAWayBackBeforeAnythingIsTouched() throws SQLException {
        List<Scripts> scripts = new ArrayList<>(Scenario.linear().before());
        scripts.set(1, Scripts.versioned("2", "create t2", "CREATE TABLE t2 (id INTEGER PRIMARY KEY);\n"));
        files().write(scripts);
        try (MigrationManager manager = open()) {
            manager.upgrade();
            String before = database().snapshot();
            assertThatExceptionOfType(IrreversibleMigrationException.class)
                    .isThrownBy(() -> manager.downgrade(Target.base()))
                    .satisfies(e -> assertThat(e.migrations())
                            .singleElement()
                            .asString()
                            .contains("V2__create_t2.sql"));
            assertThat(database().snapshot()).isEqualTo(before);
            assertThat(labels(manager.downgrade(Target.parse("2")))).containsExactly("3");
        }
    }

    /** As on another branch: a down script alone would be an orphan. */
    @Test
    void whatIsNotAmongTheFilesIsToBeBroughtBack() {
        applied(Scenario.linear(2));
        files().write(Scenario.linear(1).before());
        try (MigrationManager manager = open()) {
            assertThatExceptionOfType(IrreversibleMigrationException.class)
                    .isThrownBy(() -> manager.downgrade(Target.parse("-1")))
                    .withMessageContaining("V2__create_t2.sql (its file is gone)")
                    .satisfies(e -> assertThat(e.nextStep()).startsWith("bring back the file and its down script"));
        }
    }

    @Test
    void theReasonOfAnIrreversibleMigrationIsTold() {
        files().put(
                        "V1__drop_it.sql",
                        "-- switchback: irreversible the data is gone\nCREATE TABLE t1 (id INTEGER PRIMARY KEY);\n");
        try (MigrationManager manager = open()) {
            manager.upgrade();
            assertThatExceptionOfType(IrreversibleMigrationException.class)
                    .isThrownBy(() -> manager.downgrade(Target.base()))
                    .withMessageContaining("the data is gone");
        }
    }

    @Test
    void neverGoesBelowABaseline() throws SQLException {
        applied(Scenario.baseline());
        assertThat(labels(downgrade("-1"))).containsExactly("4");
        String before = database().snapshot();
        for (String target : List.of("-1", "base", "2")) {
            assertThatExceptionOfType(IrreversibleMigrationException.class)
                    .as(target)
                    .isThrownBy(() -> downgrade(target));
        }
        assertThat(database().snapshot()).isEqualTo(before);
        try (MigrationManager manager = open()) {
            assertThat(history(manager)).containsExactly("1 B3 'first three' B3__first_three.sql APPLIED");
            assertThat(labels(manager.upgrade())).containsExactly("4");
        }
    }

    @Test
    void repeatablesArePendingAgainAfterwards() throws SQLException {
        applied(Scenario.repeatable());
        try (MigrationManager manager = open()) {
            manager.downgrade(Target.parse("-1"));
            assertThat(history(manager)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
            assertThat(states(manager))
                    .containsExactly("V1__create_t1.sql APPLIED", "V2__create_t2.sql PENDING", "R__names.sql PENDING");
            assertThat(labels(manager.upgrade())).containsExactly("2", "R names");
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT name FROM names")).containsExactly("one; of t1");
    }

    @Test
    void runsTheDownScriptThatIsThereNow() throws SQLException {
        applied(Scenario.linear());
        files().put("U3__create_t3.sql", "DROP TABLE t3;\nCREATE TABLE t99 (id INTEGER PRIMARY KEY);\n");
        assertThat(labels(downgrade("-1"))).containsExactly("3");
        assertThat(userTables()).containsExactly("t1", "t2", "t99");
    }

    @Test
    void planShowsTheDownScripts() {
        applied(Scenario.linear());
        try (MigrationManager manager = open()) {
            var plan = manager.plan(Direction.DOWN, Target.parse("-2"));
            assertThat(plan.to()).contains(MigrationVersion.of("1"));
            assertThat(plan.steps())
                    .extracting(step -> step.script())
                    .containsExactly("U3__create_t3.sql", "U2__create_t2.sql");
            assertThat(plan.steps().get(0).statements())
                    .extracting(statement -> statement.sql())
                    .containsExactly("DROP TABLE t3");
        }
    }

    @Test
    void revertsByVersionEvenIfAppliedInAnotherOrder() throws SQLException {
        applied(Scenario.outOfOrder());
        files().write(Scenario.outOfOrder().after());
        try (MigrationManager manager =
                configure().set(ConfigKey.OUT_OF_ORDER, "apply").open()) {
            manager.upgrade();
            assertThat(labels(manager.downgrade(Target.parse("1")))).containsExactly("3", "2");
            assertThat(history(manager)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
        }
        assertThat(userTables()).containsExactly("t1");
    }
}
