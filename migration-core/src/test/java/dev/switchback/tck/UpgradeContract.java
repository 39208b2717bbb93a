package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineOutput;
import dev.switchback.api.model.Finding;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.PlanReference;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RebaseResult;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Going up, with every engine. */
public abstract class UpgradeContract extends WorkflowContract {

    private static final List<String> LINEAR = List.of(
            "1 V1 'create t1' V1__create_t1.sql APPLIED",
            "2 V2 'create t2' V2__create_t2.sql APPLIED",
            "3 V3 'create t3' V3__create_t3.sql APPLIED");

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected UpgradeContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private RunResult upgrade(String target) {
        try (MigrationManager manager = open()) {
            return manager.upgrade(Target.parse(target));
        }
    }

    @Test
    void upgradesToHead() throws SQLException {
        files().write(Scenario.linear().before());
        try (MigrationManager manager = open()) {
            RunResult result = manager.upgrade();
            assertThat(result.direction()).isEqualTo(Direction.UP);
            assertThat(result.from()).isEmpty();
            assertThat(result.to()).contains(MigrationVersion.of("3"));
            assertThat(labels(result)).containsExactly("1", "2", "3");
            assertThat(result.executed()).extracting(e -> e.statements()).containsExactly(2, 2, 2);
            assertThat(manager.current()).contains(MigrationVersion.of("3"));
            assertThat(history(manager)).isEqualTo(LINEAR);
        }
        assertThat(database().column("SELECT name FROM t2")).containsExactly("one; of t2");
    }

    @Test
    void aTagThatNobodySetIsRefusedOrUnknownToTheEngineAndNothingChanges() throws SQLException {
        files().write(Scenario.linear().before());
        Target tag = Target.parse("@v1");
        try (MigrationManager manager = open()) {
            manager.upgrade(Target.parse("2"));
            String before = database().snapshot();
            for (ThrowingCallable command : List.<ThrowingCallable>of(
                    () -> manager.upgrade(tag),
                    () -> manager.downgrade(tag),
                    () -> manager.stamp(tag),
                    () -> manager.stampAfresh(tag),
                    () -> manager.plan(Direction.DOWN, tag),
                    () -> manager.locate(tag))) {
                if (hasTags()) {
                    assertThatExceptionOfType(InvalidTargetException.class)
                            .isThrownBy(command)
                            .withMessage("target '@v1': no applied migration has this tag");
                } else {
                    assertThatExceptionOfType(UnsupportedCapabilityException.class)
                            .isThrownBy(command)
                            .withMessageContaining("does not support tags")
                            .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED));
                }
            }
            assertThat(database().snapshot()).isEqualTo(before);
        }
    }

    /** Flyway has none. */
    private boolean hasTags() {
        return provider().info().id().equals("liquibase");
    }

    @Test
    void theSecondUpgradeHasNothingToDoAndWritesNothing() throws SQLException {
        applied(Scenario.linear());
        String before = database().snapshot();
        RunResult again = upgrade("head");
        assertThat(again.changedAnything()).isFalse();
        assertThat(again.from()).contains(MigrationVersion.of("3"));
        assertThat(again.to()).contains(MigrationVersion.of("3"));
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void filesInSubFoldersRunAsAllOthers() throws SQLException {
        files().put("first/V1__one.sql", "CREATE TABLE one (id INTEGER);\n");
        files().put("second/V2__two.sql", "CREATE TABLE two (id INTEGER);\n");
        files().put("second/U2__two.sql", "DROP TABLE two;\n");
        files().put("views/R__ones.sql", "DROP VIEW IF EXISTS ones;\nCREATE VIEW ones AS SELECT id FROM one;\n");
        try (MigrationManager manager = open()) {
            assertThat(manager.upgrade().executed()).hasSize(3);
            // whether the history tells the folder is up to the engine's own table
            assertThat(history(manager))
                    .extracting(row -> row.replaceAll("\\S+/", ""))
                    .containsExactly(
                            "1 V1 'one' V1__one.sql APPLIED",
                            "2 V2 'two' V2__two.sql APPLIED",
                            "3 R 'ones' R__ones.sql APPLIED");
            assertThat(manager.status().upToDate()).isTrue();
            assertThat(labels(manager.downgrade(Target.parse("-1")))).containsExactly("2");
            assertThat(labels(manager.upgrade())).hasSize(2);
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void anEmptyFolderIsNothingToDo() throws SQLException {
        files().write(Scenario.empty().before());
        assertThat(upgrade("head").changedAnything()).isFalse();
        assertUntouched();
    }

    @Test
    void upgradesToAVersionThenByStepsThenToHead() {
        files().write(Scenario.gaps().before());
        assertThat(labels(upgrade("3"))).containsExactly("1", "3");
        assertThat(labels(upgrade("+1"))).containsExactly("4");
        assertThat(labels(upgrade("head"))).containsExactly("7");
        try (MigrationManager manager = open()) {
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V3 'create t3' V3__create_t3.sql APPLIED",
                            "3 V4 'create t4' V4__create_t4.sql APPLIED",
                            "4 V7 'create t7' V7__create_t7.sql APPLIED");
        }
    }

    @Test
    void upgradesToAUniquePrefix() {
        files().put("V20260101000000__a.sql", "CREATE TABLE a (id INTEGER);\n")
                .put("V20260202000000__b.sql", "CREATE TABLE b (id INTEGER);\n");
        assertThat(labels(upgrade("202601"))).containsExactly("20260101000000");
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> upgrade("20260"))
                .satisfies(e -> assertThat(e.candidates()).containsExactly("20260101000000", "20260202000000"));
    }

    @Test
    void refusesATargetThatDoesNotExistOrLiesBelow() throws SQLException {
        applied(Scenario.gaps());
        String before = database().snapshot();
        for (String target : List.of("5", "3", "+1", "-1", "base")) {
            assertThatExceptionOfType(InvalidTargetException.class)
                    .as(target)
                    .isThrownBy(() -> upgrade(target))
                    .satisfies(e -> assertThat(e.target()).isEqualTo(target));
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void ordersDottedVersionsByNumber() {
        applied(Scenario.dotted());
        try (MigrationManager manager = open()) {
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V1.1 'create t1 1' V1.1__create_t1_1.sql APPLIED",
                            "3 V1.10 'create t1 10' V1.10__create_t1_10.sql APPLIED",
                            "4 V2 'create t2' V2__create_t2.sql APPLIED");
            assertThat(manager.status().upToDate()).isTrue();
        }
    }

    @Test
    void aChangeOfLineEndingsIsNoChange() throws SQLException {
        applied(Scenario.nonAscii());
        files().writeCrlf(Scenario.nonAscii().before());
        try (MigrationManager manager = open()) {
            assertThat(manager.check().ok()).isTrue();
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'größe 測試' V1__größe_測試.sql APPLIED", "2 V2 'create t2' V2__create_t2.sql APPLIED");
        }
        assertThat(database().column("SELECT name FROM t1")).containsExactly("naïve 測試 🐘");
    }

    @Test
    void filesWithCrlfAndByteOrderMarkRun() throws SQLException {
        files().writeCrlf(Scenario.nonAscii().before());
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            files().write(Scenario.nonAscii().before());
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT name FROM t1")).containsExactly("naïve 測試 🐘");
    }

    @Test
    void repeatablesRunAfterTheOthersAndAgainWhenChanged() throws SQLException {
        applied(Scenario.repeatable());
        files().write(Scenario.repeatable().after());
        try (MigrationManager manager = open()) {
            assertThat(states(manager))
                    .containsExactly("V1__create_t1.sql APPLIED", "V2__create_t2.sql APPLIED", "R__names.sql OUTDATED");
            assertThat(labels(manager.upgrade())).containsExactly("R names");
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V2 'create t2' V2__create_t2.sql APPLIED",
                            "3 R 'names' R__names.sql APPLIED");
            assertThat(manager.upgrade().changedAnything()).isFalse();
        }
        assertThat(database().column("SELECT name FROM names ORDER BY name"))
                .containsExactly("one; of t1", "one; of t2");
    }

    @Test
    void repeatablesWaitUntilNoVersionIsLeftPending() {
        files().write(Scenario.repeatable().before());
        assertThat(labels(upgrade("1"))).containsExactly("1");
        assertThat(labels(upgrade("2"))).containsExactly("2", "R names");
    }

    @Test
    void anEmptyDatabaseStartsAtTheHighestBaseline() throws SQLException {
        applied(Scenario.baseline());
        try (MigrationManager manager = open()) {
            assertThat(history(manager))
                    .containsExactly(
                            "1 B3 'first three' B3__first_three.sql APPLIED",
                            "2 V4 'create t4' V4__create_t4.sql APPLIED");
            assertThat(states(manager))
                    .containsExactlyInAnyOrder(
                            "V1__create_t1.sql BELOW_BASELINE",
                            "V2__create_t2.sql BELOW_BASELINE",
                            "B2__first_two.sql BELOW_BASELINE",
                            "V3__create_t3.sql BELOW_BASELINE",
                            "B3__first_three.sql APPLIED",
                            "V4__create_t4.sql APPLIED");
            assertThat(manager.status().upToDate()).isTrue();
            assertThat(manager.upgrade().changedAnything()).isFalse();
        }
        assertThat(database().tables()).contains("b3", "t4").doesNotContain("t1", "t2", "t3", "b2");
    }

    @Test
    void aDatabaseWithHistoryIgnoresBaselineMigrations() throws SQLException {
        applied(Scenario.linear());
        files().write(Scenario.baseline().before());
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("4");
        }
        assertThat(database().tables()).contains("t1", "t2", "t3", "t4").doesNotContain("b2", "b3");
    }

    @Test
    void aLateMigrationIsRefusedBeforeAnySqlUnlessAllowed() throws SQLException {
        applied(Scenario.outOfOrder());
        files().write(Scenario.outOfOrder().after());
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            assertThatExceptionOfType(HistoryMismatchException.class)
                    .isThrownBy(manager::upgrade)
                    .satisfies(
                            e -> assertThat(problems(e.problems())).containsExactly("OUT_OF_ORDER V2__create_t2.sql"));
        }
        assertThat(database().snapshot()).isEqualTo(before);
        try (MigrationManager manager =
                configure().set(ConfigKey.OUT_OF_ORDER, "warn").open()) {
            RunResult result = manager.upgrade();
            assertThat(labels(result)).containsExactly("2");
            assertThat(result.warnings()).containsExactly("V2__create_t2.sql is not applied although 3 is");
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V3 'create t3' V3__create_t3.sql APPLIED",
                            "3 V2 'create t2' V2__create_t2.sql APPLIED");
            assertThat(manager.current()).contains(MigrationVersion.of("3"));
        }
    }

    @Test
    void autoUpgradeSaysWhatItDid() {
        files().write(Scenario.linear().before());
        try (MigrationManager manager = open()) {
            AutoUpgradeResult first = manager.autoUpgrade();
            assertThat(first.upgraded()).isTrue();
            assertThat(first.pendingBefore()).isEqualTo(3);
            assertThat(first.summary()).contains("applied 3 of 3").contains("now at 3");
            AutoUpgradeResult second = manager.autoUpgrade();
            assertThat(second.upgraded()).isFalse();
            assertThat(second.pendingBefore()).isZero();
            assertThat(second.summary()).contains("nothing was pending");
            assertThat(history(manager)).isEqualTo(LINEAR);
        }
    }

    @Test
    void planShowsTheStatementsAndWhatTheRunThenDoes() {
        files().write(Scenario.linear().before());
        try (MigrationManager manager = open()) {
            MigrationPlan plan = manager.plan(Direction.UP, Target.parse("2"));
            assertThat(plan.direction()).isEqualTo(Direction.UP);
            assertThat(plan.from()).isEmpty();
            assertThat(plan.to()).contains(MigrationVersion.of("2"));
            assertThat(plan.steps())
                    .extracting(step -> step.script())
                    .containsExactly("V1__create_t1.sql", "V2__create_t2.sql");
            assertThat(plan.steps().get(1).statements())
                    .containsExactly(
                            new PlannedStatement(1, 1, "CREATE TABLE t2 (id INTEGER PRIMARY KEY, name VARCHAR(40))"),
                            new PlannedStatement(2, 2, "INSERT INTO t2 (id, name) VALUES (1, 'one; of t2')"));
            assertThat(labels(manager.upgrade(Target.parse("2")))).containsExactly("1", "2");
        }
    }

    @Test
    void eventsComeInOrder() {
        files().write(Scenario.linear().before().subList(0, 1));
        try (MigrationManager manager = open()) {
            manager.upgrade();
        }
        assertThat(events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "LockAcquired",
                        "RunStarted",
                        "MigrationStarted",
                        "StatementStarted",
                        "StatementFinished",
                        "StatementStarted",
                        "StatementFinished",
                        "MigrationFinished",
                        "RunFinished");
        assertThat(events())
                .filteredOn(MigrationEvent.StatementStarted.class::isInstance)
                .extracting(event -> ((MigrationEvent.StatementStarted) event).sql())
                .containsExactly(
                        "CREATE TABLE t1 (id INTEGER PRIMARY KEY, name VARCHAR(40))",
                        "INSERT INTO t1 (id, name) VALUES (1, 'one; of t1')");
    }

    @Test
    void placeholdersAreReplacedOnlyWhenTheyAreOn() throws SQLException {
        files().put(
                        "V1__greet.sql",
                        "CREATE TABLE greeting (text VARCHAR(40));\nINSERT INTO greeting (text) VALUES ('${word}');\n");
        try (MigrationManager manager = configure().placeholder("word", "hello").open()) {
            manager.upgrade();
        }
        assertThat(database().column("SELECT text FROM greeting")).containsExactly("hello");
        try (FreshDatabase other = product().fresh(folder());
                MigrationManager manager = configure().databaseUrl(other.url()).open()) {
            manager.upgrade();
            assertThat(other.column("SELECT text FROM greeting")).containsExactly("${word}");
        }
    }

    @Test
    void runsAPlanAsItWasSeenOrNotAtAll() throws SQLException {
        files().write(Scenario.linear().before());
        try (MigrationManager manager = open()) {
            PlanReference plan = manager.plan(Direction.UP, Target.parse("2")).reference();
            files().put("V2__create_t2.sql", "CREATE TABLE other (id INTEGER PRIMARY KEY);\n");
            assertThatExceptionOfType(HistoryMismatchException.class)
                    .isThrownBy(() -> manager.execute(plan))
                    .satisfies(e -> assertThat(e.problems())
                            .extracting(Problem::kind)
                            .containsExactly(Problem.Kind.STALE_PLAN));
            assertThat(manager.history()).isEmpty();
            PlanReference fresh = manager.plan(Direction.UP, Target.parse("2")).reference();
            assertThat(labels(manager.execute(fresh))).containsExactly("1", "2");
            String before = database().snapshot();
            assertThatExceptionOfType(HistoryMismatchException.class).isThrownBy(() -> manager.execute(fresh));
            assertThat(database().snapshot()).isEqualTo(before);
        }
    }

    @Test
    void overtakenMigrationsGetVersionsBehindAllOthers() throws SQLException {
        files().put("V2__theirs.sql", "CREATE TABLE theirs (id INTEGER);\n");
        upgrade("head");
        files().put("V1__ours.sql", "CREATE TABLE ours (id INTEGER);\n");
        files().put("U1__ours.sql", "DROP TABLE ours;\n");
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            assertThat(manager.check().ok()).isFalse();
            RebaseResult rebased = manager.rebase(List.of());
            assertThat(rebased.migrations()).singleElement().satisfies(it -> {
                assertThat(it.from()).isEqualTo(MigrationVersion.of("1"));
                assertThat(it.files()).hasSize(2);
            });
            assertThat(database().snapshot()).isEqualTo(before);
            assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> manager.rebase(List.of("2")));
            assertThat(manager.upgrade().executed()).hasSize(1);
            assertThat(labels(manager.downgrade(Target.parse("-1")))).hasSize(1);
        }
    }

    @Test
    void doctorFindsNothingWrongAndWritesNothing() throws SQLException {
        applied(Scenario.linear());
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            List<Finding> findings = manager.doctor();
            // whatever is between this test and the server makes another port of its own
            assertThat(findings)
                    .filteredOn(finding -> !finding.topic().equals("pooler"))
                    .allSatisfy(finding ->
                            assertThat(finding.level()).as(finding.message()).isEqualTo(Finding.Level.OK));
            assertThat(findings).extracting(Finding::topic).contains("files", "database", "driver", "history", "lock");
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void theEnginesOwnCommandsFindNothingWrong() throws SQLException {
        applied(Scenario.linear());
        try (MigrationManager manager = open()) {
            if (provider().info().id().equals("fake")) {
                assertThatExceptionOfType(UnsupportedCapabilityException.class)
                        .isThrownBy(() -> manager.engineCommand(List.of("validate")));
                return;
            }
            String emptying = provider().info().id().equals("flyway") ? "clean" : "drop-all";
            assertThatExceptionOfType(UnsupportedCapabilityException.class)
                    .as("refused before anybody is asked")
                    .isThrownBy(() -> manager.engineCommandWrites(List.of(emptying)));
            EngineOutput output = manager.engineCommand(List.of("validate"));
            assertThat(output.ok()).as(output.text()).isTrue();
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> manager.engineCommand(List.of("nonsense")));
            assertThat(history(manager)).isEqualTo(LINEAR);
            assertThat(manager.check().ok()).isTrue();
        }
    }
}
