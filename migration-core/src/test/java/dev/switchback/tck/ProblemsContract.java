package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.api.model.StampResult;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files and history that do not agree, and how to make them agree, with every engine. */
public abstract class ProblemsContract extends WorkflowContract {

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
    protected ProblemsContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** Everything finds exactly these problems, and nothing runs. */
    private void assertProblems(String... expected) throws SQLException {
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            assertThat(problems(manager.check().problems())).containsExactlyInAnyOrder(expected);
            assertThat(manager.check().ok()).isFalse();
            StatusReport status = manager.status();
            assertThat(problems(status.problems())).containsExactlyInAnyOrder(expected);
            assertThat(status.upToDate()).isFalse();
            assertThatExceptionOfType(HistoryMismatchException.class)
                    .isThrownBy(manager::upgrade)
                    .satisfies(e -> assertThat(problems(e.problems())).containsExactlyInAnyOrder(expected))
                    .satisfies(e -> assertThat(e.problems())
                            .allSatisfy(p -> assertThat(e.getMessage()).contains(p.script())));
            assertThatExceptionOfType(HistoryMismatchException.class).isThrownBy(manager::autoUpgrade);
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void anEditedMigrationIsFoundBeforeAnySql() throws SQLException {
        applied(Scenario.changedAfterApply());
        files().write(Scenario.changedAfterApply().after()).put("V4__more.sql", "CREATE TABLE t4 (id INTEGER);\n");
        assertProblems("CHANGED V2__create_t2.sql");
        try (MigrationManager manager = open()) {
            assertThat(states(manager))
                    .containsExactly(
                            "V1__create_t1.sql APPLIED",
                            "V2__create_t2.sql CHANGED",
                            "V3__create_t3.sql APPLIED",
                            "V4__more.sql PENDING");
        }
    }

    @Test
    void aMissingFileIsFound() throws SQLException {
        applied(Scenario.removedAfterApply());
        files().write(Scenario.removedAfterApply().after());
        assertProblems("MISSING V2__create_t2.sql");
    }

    /** Plain Flyway goes on with what comes after the baseline, and the database lacks for ever what lay between. */
    @Test
    void aBaselineThatThisDatabaseHasNotComeAsFarAsIsNotSkipped() throws SQLException, IOException {
        files().write(Scenario.linear().before());
        try (MigrationManager manager = open()) {
            manager.upgrade(Target.parse("1"));
        }
        for (String gone : List.of("V1__create_t1.sql", "V2__create_t2.sql")) {
            Files.delete(files().path().resolve(gone));
            Files.deleteIfExists(files().path().resolve("U" + gone.substring(1)));
        }
        files().put("B2__both.sql", "CREATE TABLE t1 (id INTEGER);\nCREATE TABLE t2 (id INTEGER);\n");

        assertProblems("MISSING B2__both.sql");
        try (MigrationManager manager = open()) {
            assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> manager.stamp(Target.parse("2")));
            assertThat(history(manager)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");

            database().execute("CREATE TABLE t2 (id INTEGER)");
            manager.stampAfresh(Target.parse("2"));
            assertThat(labels(manager.upgrade())).containsExactly("3");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    /** To forget its row, as one does for a file that is gone, would run it again once the file is mended. */
    @Test
    void anAppliedFileThatCannotBeReadIsNotGone() throws SQLException {
        files().put("V1__first.sql", "CREATE TABLE t1 (id INTEGER);\n")
                .put("later/V2__second.sql", "CREATE TABLE t2 (id INTEGER);\n");
        try (MigrationManager manager = open()) {
            manager.upgrade();
        }
        String before = database().snapshot();
        byte[] latin1 = "CREATE TABLE t1 (id INTEGER); -- gr\u00f6\u00dfer\n".getBytes(StandardCharsets.ISO_8859_1);
        for (String file : List.of("V1__first.sql", "later/V2__second.sql")) {
            files().put(file, latin1);
            try (MigrationManager manager = open()) {
                assertThat(problems(manager.check().problems())).containsExactly("BAD_CONTENT " + file);
                assertThat(manager.check().warnings()).isEmpty();
                assertThat(manager.status().problems())
                        .isEqualTo(manager.check().problems());
                assertThatExceptionOfType(InvalidTargetException.class)
                        .isThrownBy(
                                () -> manager.repair(new RepairAction.ForgetMissing(file.startsWith("V1") ? "1" : "2")))
                        .withMessageContaining(file);
            }
            files().put(file, "CREATE TABLE t" + (file.startsWith("V1") ? "1" : "2") + " (id INTEGER);\n");
        }
        assertThat(database().snapshot()).isEqualTo(before);
        try (MigrationManager manager = open()) {
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void aMissingFileIsAWarningIfWanted() {
        applied(Scenario.removedAfterApply());
        files().write(Scenario.removedAfterApply().after());
        try (MigrationManager manager =
                configure().set(ConfigKey.MISSING, "warn").open()) {
            assertThat(manager.check().problems()).isEmpty();
            assertThat(manager.check().warnings()).anyMatch(w -> w.contains("V2__create_t2.sql"));
            assertThat(manager.upgrade().changedAnything()).isFalse();
        }
    }

    @Test
    void allProblemsAreFoundAtOnce() throws SQLException {
        applied(Scenario.gaps());
        files().write(List.of(
                Scenario.linear().before().get(0).edited("CREATE TABLE t1 (id INTEGER PRIMARY KEY);\n"),
                Scenario.linear().before().get(1),
                Scenario.gaps().before().get(2),
                Scenario.gaps().before().get(3).edited("CREATE TABLE t7 (id INTEGER PRIMARY KEY);\n")));
        assertProblems(
                "CHANGED V1__create_t1.sql",
                "OUT_OF_ORDER V2__create_t2.sql",
                "MISSING V3__create_t3.sql",
                "CHANGED V7__create_t7.sql");
    }

    @Test
    void aDatabaseAheadOfTheFilesIsAWarningOrAProblem() throws SQLException {
        applied(Scenario.linear());
        files().write(Scenario.linear().before().subList(0, 2));
        try (MigrationManager manager = open()) {
            assertThat(manager.check().problems()).isEmpty();
            assertThat(manager.check().warnings()).anyMatch(w -> w.contains("V3__create_t3.sql"));
            assertThat(manager.upgrade().changedAnything()).isFalse();
            assertThat(manager.current()).contains(MigrationVersion.of("3"));
        }
        try (MigrationManager manager = configure().set(ConfigKey.AHEAD, "fail").open()) {
            assertThat(problems(manager.check().problems())).containsExactly("AHEAD V3__create_t3.sql");
            assertThatExceptionOfType(HistoryMismatchException.class).isThrownBy(manager::upgrade);
        }
    }

    @Test
    void aDatabaseWithTablesButNoHistoryIsRefused() throws SQLException {
        files().write(Scenario.linear().before());
        database().execute("CREATE TABLE somebody_elses (id INTEGER PRIMARY KEY)");
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            assertThatExceptionOfType(HistoryMismatchException.class)
                    .isThrownBy(manager::upgrade)
                    .satisfies(e -> assertThat(e.problems())
                            .extracting(Problem::kind)
                            .containsExactly(Problem.Kind.FOREIGN_HISTORY));
        }
        assertThat(database().snapshot()).isEqualTo(before);
        try (MigrationManager manager =
                configure().set(ConfigKey.ALLOW_NON_EMPTY, "true").open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1", "2", "3");
        }
    }

    @Test
    void badFilesAreFoundAllAtOnceBeforeTheDatabaseIsTouched() throws SQLException {
        files().write(Scenario.linear().before())
                .put("V4_bad.sql", "SELECT 1;\n")
                .put("V5__empty.sql", "")
                .put("U9__orphan.sql", "SELECT 1;\n");
        try (MigrationManager manager = open()) {
            assertThatExceptionOfType(InvalidMigrationSourceException.class)
                    .isThrownBy(manager::upgrade)
                    .satisfies(e -> assertThat(problems(e.problems()))
                            .containsExactlyInAnyOrder(
                                    "BAD_NAME V4_bad.sql", "BAD_CONTENT V5__empty.sql", "ORPHAN U9__orphan.sql"));
            assertThat(problems(manager.check().problems()))
                    .contains("BAD_NAME V4_bad.sql", "BAD_CONTENT V5__empty.sql", "ORPHAN U9__orphan.sql");
        }
        assertUntouched();
    }

    @Test
    void aScriptThatCannotRunIsFoundByEveryCommandThatLooks() throws SQLException {
        files().write(Scenario.linear().before()).put("V4__broken.sql", "INSERT INTO t1 (name) VALUES ('open);\n");
        try (MigrationManager manager = open()) {
            assertThat(problems(manager.check().problems())).containsExactly("BAD_CONTENT V4__broken.sql");
            assertThat(manager.status().problems()).isEqualTo(manager.check().problems());
            assertThat(states(manager)).contains("V4__broken.sql PENDING");
            assertThatExceptionOfType(InvalidMigrationSourceException.class).isThrownBy(manager::upgrade);
        }
        assertUntouched();
    }

    @Test
    void aMissingFolderIsAnErrorThatNamesIt() throws SQLException {
        try (MigrationManager manager = configure().dirs("not-there").open()) {
            assertThatExceptionOfType(SwitchbackException.class)
                    .isThrownBy(manager::status)
                    .withMessageContaining("not-there");
        }
        assertUntouched();
    }

    @Test
    void anAcceptedEditIsNoProblemAnyMore() {
        applied(Scenario.changedAfterApply());
        files().write(Scenario.changedAfterApply().after());
        try (MigrationManager manager = open()) {
            RepairResult result = manager.repair(new RepairAction.UpdateChecksum("2"));
            assertThat(result.changes()).anyMatch(change -> change.contains("V2__create_t2.sql"));
            assertThat(result.remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
            assertThat(history(manager)).isEqualTo(LINEAR);
            assertThat(manager.upgrade().changedAnything()).isFalse();
        }
    }

    @Test
    void aRenamedMigrationIsFoundAndItsNewNameCanBeAccepted() throws SQLException {
        applied(Scenario.linear());
        List<Scripts> scripts = Scenario.linear().before();
        files().write(List.of(
                scripts.get(0), Scripts.versioned("2", "make t2", scripts.get(1).upSql()), scripts.get(2)));
        assertProblems("RENAMED V2__make_t2.sql");
        try (MigrationManager manager = open()) {
            assertThat(states(manager)).contains("V2__make_t2.sql CHANGED");
            RepairResult result = manager.repair(new RepairAction.UpdateChecksum("2"));
            assertThat(result.changes()).anyMatch(change -> change.contains("V2__create_t2.sql"));
            assertThat(result.remaining()).isEmpty();
            assertThat(history(manager))
                    .containsExactly(LINEAR.get(0), "2 V2 'make t2' V2__make_t2.sql APPLIED", LINEAR.get(2));
            assertThat(manager.upgrade().changedAnything()).isFalse();
        }
        files().write(scripts);
        assertProblems("RENAMED V2__create_t2.sql");
    }

    @Test
    void oneVersionOfTwoBranchesIsSettledByNamingTheFileThatIsNotApplied() throws SQLException {
        putTable("1", "zwei");
        try (MigrationManager manager = open()) {
            manager.upgrade();
        }
        putTable("1", "drei");
        try (MigrationManager manager = open()) {
            assertThat(problems(manager.check().problems())).containsExactly("DUPLICATE V1__zwei.sql");
            assertThat(states(manager)).containsExactly("V1__zwei.sql APPLIED");
            assertThat(problems(
                            manager.repair(new RepairAction.UpdateChecksum("1")).remaining()))
                    .containsExactly("DUPLICATE V1__zwei.sql");
            assertThat(history(manager))
                    .as("the row is that of the file that ran")
                    .containsExactly("1 V1 'zwei' V1__zwei.sql APPLIED");
            assertThatExceptionOfType(InvalidMigrationSourceException.class)
                    .isThrownBy(() -> manager.rebase(List.of()))
                    .satisfies(e -> assertThat(e.nextStep()).contains("switchback rebase V1__drei.sql"));
            assertThatExceptionOfType(InvalidTargetException.class)
                    .isThrownBy(() -> manager.rebase(List.of("1")))
                    .satisfies(e -> assertThat(e.nextStep()).contains("switchback rebase V1__drei.sql"));
            assertThatExceptionOfType(InvalidTargetException.class)
                    .isThrownBy(() -> manager.rebase(List.of("V1__zwei.sql")));
            assertThat(manager.rebase(List.of("V1__drei.sql")).migrations())
                    .singleElement()
                    .satisfies(it -> assertThat(it.files()).hasSize(2));
            assertThat(manager.check().problems()).isEmpty();
            assertThat(labels(manager.upgrade())).hasSize(1);
            assertThat(database().tables()).contains("zwei", "drei");
            assertThat(labels(manager.downgrade(Target.parse("-1")))).hasSize(1);
            assertThat(database().tables()).contains("zwei").doesNotContain("drei");
        }
    }

    private void putTable(String version, String name) {
        files().put("V" + version + "__" + name + ".sql", "CREATE TABLE " + name + " (id INTEGER);\n");
        files().put("U" + version + "__" + name + ".sql", "DROP TABLE " + name + ";\n");
    }

    @Test
    void anAcceptedEditOfARepeatableMigrationRunsWithTheNextUpgrade() {
        applied(Scenario.repeatable());
        files().write(Scenario.repeatable().after());
        try (MigrationManager manager = open()) {
            manager.repair(new RepairAction.UpdateChecksum("R__names.sql"));
            assertThat(labels(manager.upgrade())).containsExactly("R names");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void repairMendsOneProblemAndTellsTheOthers() {
        applied(Scenario.linear());
        files().write(List.of(
                Scenario.linear().before().get(0).edited("CREATE TABLE t1 (id INTEGER PRIMARY KEY);\n"),
                Scenario.linear().before().get(2)));
        try (MigrationManager manager = open()) {
            assertThat(problems(
                            manager.repair(new RepairAction.UpdateChecksum("1")).remaining()))
                    .containsExactly("MISSING V2__create_t2.sql");
        }
    }

    @Test
    void aForgottenMissingMigrationIsGone() {
        applied(Scenario.removedAfterApply());
        files().write(Scenario.removedAfterApply().after());
        try (MigrationManager manager = open()) {
            assertThat(manager.repair(new RepairAction.ForgetMissing("V2__create_t2.sql"))
                            .remaining())
                    .isEmpty();
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED", "2 V3 'create t3' V3__create_t3.sql APPLIED");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void repairRefusesWhatIsNotBroken() throws SQLException {
        applied(Scenario.linear());
        String before = database().snapshot();
        List<RepairAction> actions = List.of(
                new RepairAction.MarkApplied("2"),
                new RepairAction.MarkReverted("2"),
                new RepairAction.ForgetMissing("2"),
                new RepairAction.MarkApplied("99"),
                new RepairAction.UpdateChecksum("99"));
        try (MigrationManager manager = open()) {
            for (RepairAction action : actions) {
                assertThatExceptionOfType(InvalidTargetException.class)
                        .as(action.toString())
                        .isThrownBy(() -> manager.repair(action));
            }
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void stampRecordsWithoutRunning() throws SQLException {
        files().write(Scenario.repeatable().before());
        database().execute("CREATE TABLE t1 (id INTEGER PRIMARY KEY, name VARCHAR(40))");
        try (MigrationManager manager = open()) {
            StampResult result = manager.stamp(Target.parse("1"));
            assertThat(result.from()).isEmpty();
            assertThat(result.to()).contains(MigrationVersion.of("1"));
            assertThat(result.marked()).extracting(m -> m.label()).containsExactly("1");
            assertThat(history(manager)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
            assertThat(labels(manager.upgrade())).containsExactly("2", "R names");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void stampToHeadRecordsTheRepeatablesToo() throws SQLException {
        files().write(Scenario.repeatable().before());
        try (MigrationManager manager = open()) {
            manager.stamp(Target.head());
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V2 'create t2' V2__create_t2.sql APPLIED",
                            "3 R 'names' R__names.sql APPLIED");
            assertThat(manager.status().upToDate()).isTrue();
        }
        assertThat(database().tables()).doesNotContain("t1", "t2", "names");
    }

    @Test
    void stampForgetsWhatLiesAbove() throws SQLException {
        applied(Scenario.linear());
        try (MigrationManager manager = open()) {
            StampResult result = manager.stamp(Target.parse("1"));
            assertThat(result.forgotten())
                    .extracting(a -> a.script())
                    .containsExactlyInAnyOrder("V2__create_t2.sql", "V3__create_t3.sql");
            assertThat(history(manager)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
            manager.stamp(Target.base());
            assertThat(manager.history()).isEmpty();
            manager.stamp(Target.head());
            assertThat(history(manager)).isEqualTo(LINEAR);
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().tables()).contains("t1", "t2", "t3");
    }

    @Test
    void stampRefusesAnUnknownVersionAndLeavesTheBaseline() throws SQLException {
        applied(Scenario.baseline());
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> manager.stamp(Target.parse("99")));
            assertThatExceptionOfType(IrreversibleMigrationException.class)
                    .isThrownBy(() -> manager.stamp(Target.parse("1")));
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }
}
