package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Going on with a migration that failed half-way, up and down, with every engine. */
public abstract class ResumeContract extends WorkflowContract {

    /** With it every database leaves behind what ran; without it only those that commit definitions by themselves. */
    private static final String OFF = "-- switchback: transaction=off\n";

    private static final String FIRST = "1 V1 'create t1' V1__create_t1.sql APPLIED";

    private final MixedScript mixed = new MixedScript("x");

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected ResumeContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private boolean rollsBackDdl() {
        return product().can(DatabaseAbility.TRANSACTIONAL_DDL);
    }

    private static RepairAction resume(String migration) {
        return new RepairAction.Resume(migration);
    }

    private List<String> journal() throws SQLException {
        return database().column("SELECT script FROM switchback_journal");
    }

    /** Writes the mixed script as version 2 with a statement that fails in one place, and upgrades. */
    private MigrationFailedException failsAt(MigrationManager manager, int place) {
        files().write(Scenario.linear(1).before());
        files().put("V2__mixed.sql", MixedScript.file(OFF, failing(mixed.up(), place, false)));
        files().put("U2__mixed.sql", MixedScript.file(OFF, mixed.down()));
        return catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
    }

    private void mend() {
        files().put("V2__mixed.sql", MixedScript.file(OFF, mixed.up()));
    }

    private static List<String> failing(List<String> statements, int place, boolean definition) {
        return MixedScript.with(
                statements, place, definition ? MixedScript.FAILS_AS_DEFINITION : MixedScript.FAILS_AS_ROWS);
    }

    @Test
    void anUpScriptThatFailedAnywhereEndsAsIfNothingHadHappened() throws SQLException {
        if (!rollsBackDdl()) {
            everyPlace("");
        }
        everyPlace(OFF);
    }

    private void everyPlace(String directive) throws SQLException {
        int first = directive.isEmpty() ? 1 : 100;
        MixedScript unbroken = new MixedScript("" + first);
        files().put("V" + first + "__mixed.sql", MixedScript.file(directive, unbroken.up()));
        try (MigrationManager manager = open()) {
            manager.upgrade();
            int version = first;
            for (int place = 1; place <= unbroken.up().size(); place++) {
                boolean definition = MixedScript.isDefinition(unbroken.up().get(place - 1));
                upAndOn(manager, new MixedScript("" + ++version), directive, place, false);
                if (definition) {
                    upAndOn(manager, new MixedScript("" + ++version), directive, place, true);
                }
            }
            for (int i = first + 1; i <= version; i++) {
                assertThat(new MixedScript("" + i).rowsAfterUp(database()))
                        .as("version %d", i)
                        .isEqualTo(unbroken.rowsAfterUp(database()));
            }
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(journal()).isEmpty();
    }

    private void upAndOn(
            MigrationManager manager, MixedScript script, String directive, int place, boolean definition) {
        String version = script.suffix();
        String file = "V" + version + "__mixed.sql";
        files().put(file, MixedScript.file(directive, failing(script.up(), place, definition)));
        MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
        assertThat(error.statement().index()).isEqualTo(place);
        files().put(file, MixedScript.file(directive, script.up()));
        boolean left = error.databaseState() == DatabaseState.PARTIAL;
        assertThat(error.statement().applied() > 0).isEqualTo(left);
        if (left) {
            assertThat(error.statement().total()).isEqualTo(script.up().size());
            assertThat(manager.repair(resume(version)).remaining()).isEmpty();
        } else {
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> manager.repair(resume(version)));
            assertThat(labels(manager.upgrade())).containsExactly(version);
        }
        assertThat(left).isEqualTo(place > 1);
    }

    @Test
    void aDownScriptThatFailedAnywhereEndsAsIfNothingHadHappened() throws SQLException {
        if (!rollsBackDdl()) {
            everyPlaceDown("");
        }
        everyPlaceDown(OFF);
    }

    private void everyPlaceDown(String directive) throws SQLException {
        int first = directive.isEmpty() ? 1 : 100;
        MixedScript unbroken = new MixedScript("" + first);
        try (MigrationManager manager = open()) {
            files().put("V" + first + "__mixed.sql", MixedScript.file("", unbroken.up()));
            files().put("U" + first + "__mixed.sql", MixedScript.file(directive, unbroken.down()));
            manager.upgrade();
            manager.downgrade(Target.parse("-1"));
            files().put("V" + first + "__mixed.sql", "CREATE TABLE done_" + first + " (id INTEGER);\n");
            manager.upgrade();
            int version = first;
            for (int place = 1; place <= unbroken.down().size(); place++) {
                downAndOn(manager, new MixedScript("" + ++version), directive, place);
                assertThat(new MixedScript("" + version).rowsAfterDown(database()))
                        .as("place %d", place)
                        .isEqualTo(unbroken.rowsAfterDown(database()));
            }
            assertThat(manager.check().problems()).isEmpty();
        }
        assertThat(journal()).isEmpty();
    }

    private void downAndOn(MigrationManager manager, MixedScript script, String directive, int place) {
        String version = script.suffix();
        boolean definition = MixedScript.isDefinition(script.down().get(place - 1));
        String down = "U" + version + "__mixed.sql";
        files().put("V" + version + "__mixed.sql", MixedScript.file("", script.up()));
        files().put(down, MixedScript.file(directive, failing(script.down(), place, definition)));
        manager.upgrade();
        MigrationFailedException error =
                catchThrowableOfType(MigrationFailedException.class, () -> manager.downgrade(Target.parse("-1")));
        assertThat(error.statement().file()).isEqualTo(down);
        files().put(down, MixedScript.file(directive, script.down()));
        if (error.databaseState() == DatabaseState.PARTIAL) {
            assertThat(error.nextStep()).contains("repair --resume " + version);
            assertThat(manager.repair(resume(version)).changes())
                    .singleElement()
                    .asString()
                    .startsWith(down)
                    .contains("reverted");
        } else {
            manager.downgrade(Target.parse("-1"));
        }
        assertThat(states(manager)).contains("V" + version + "__mixed.sql PENDING");
        // out of the way of the next one
        files().put("V" + version + "__mixed.sql", "CREATE TABLE done_" + version + " (id INTEGER);\n");
        manager.upgrade();
    }

    @Test
    void whereAFailureLeavesNothingThereIsNothingToResume() throws SQLException {
        files().write(Scenario.linear(1).before());
        int place = rollsBackDdl() ? 6 : 1;
        files().put("V2__mixed.sql", MixedScript.file("", failing(mixed.up(), place, false)));
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThat(error.nextStep()).doesNotContain("resume");
            String before = database().snapshot();
            InvalidTargetException refused =
                    catchThrowableOfType(InvalidTargetException.class, () -> manager.repair(resume("2")));
            assertThat(refused).hasMessage("target '2': nothing of it is applied, so there is nothing to resume");
            assertThat(refused.nextStep()).contains("switchback upgrade");
            assertThat(database().snapshot()).isEqualTo(before);
            files().put("V2__mixed.sql", MixedScript.file("", mixed.up()));
            assertThat(labels(manager.upgrade())).containsExactly("2");
        }
    }

    @Test
    void theErrorTheStatusAndTheEventsTellWhereItWillGoOn() {
        try (MigrationManager manager = open()) {
            MigrationFailedException error = failsAt(manager, 6);
            assertThat(error.getMessage()).contains("V2__mixed.sql:8: statement 6 failed: ");
            assertThat(error.statement().applied()).isEqualTo(5);
            assertThat(error.statement().total()).isEqualTo(8);
            assertThat(error.nextStep()).contains("switchback repair --resume 2");
            assertThat(manager.status().problems()).singleElement().satisfies(problem -> {
                assertThat(problem.message()).isEqualTo("V2__mixed.sql failed half-way: 5 of 8 statements ARE applied");
                assertThat(problem.nextStep())
                        .contains("repair --resume 2", "repair --mark-applied 2", "--mark-reverted 2");
            });
            mend();
            assertThat(manager.repair(resume("2")).changes())
                    .containsExactly("V2__mixed.sql: 3 statements ran; V2__mixed.sql is recorded as applied");
        }
        assertThat(events())
                .filteredOn(MigrationEvent.MigrationResumed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(MigrationEvent.MigrationResumed.class, event -> {
                    assertThat(event.direction()).isEqualTo(Direction.UP);
                    assertThat(event.script()).isEqualTo("V2__mixed.sql");
                    assertThat(event.from()).isEqualTo(6);
                    assertThat(event.total()).isEqualTo(8);
                });
        assertThat(events())
                .last()
                .isInstanceOfSatisfying(
                        MigrationEvent.MigrationFinished.class,
                        event -> assertThat(event.statements()).isEqualTo(3));
    }

    @Test
    void whatFailsAgainCanBeResumedAgainAndTheNextUpgradeGoesOn() throws SQLException {
        try (MigrationManager manager = open()) {
            assertThat(failsAt(manager, 3).statement().applied()).isEqualTo(2);
            files().put("V3__create_t3.sql", "CREATE TABLE t3 (id INTEGER);\n")
                    .put("U3__create_t3.sql", "DROP TABLE t3;\n");
            for (int place : new int[] {4, 4, 7}) {
                files().put("V2__mixed.sql", MixedScript.file(OFF, failing(mixed.up(), place, false)));
                MigrationFailedException again =
                        catchThrowableOfType(MigrationFailedException.class, () -> manager.repair(resume("2")));
                assertThat(again.statement().index()).isEqualTo(place);
                assertThat(again.statement().applied()).isEqualTo(place - 1);
                assertThat(states(manager)).contains("V2__mixed.sql FAILED", "V3__create_t3.sql PENDING");
            }
            mend();
            assertThat(manager.repair(resume("2")).remaining()).isEmpty();
            assertThat(labels(manager.upgrade())).containsExactly("3");
            assertThat(history(manager))
                    .containsExactly(
                            FIRST, "2 V2 'mixed' V2__mixed.sql APPLIED", "3 V3 'create t3' V3__create_t3.sql APPLIED");
            assertThat(manager.check().ok()).isTrue();
            assertThat(labels(manager.downgrade(Target.parse("1")))).containsExactly("3", "2");
        }
        assertThat(journal()).isEmpty();
    }

    @Test
    void nobodyElseMigratesMeanwhile() {
        try (MigrationManager manager = open()) {
            failsAt(manager, 3);
        }
        mend();
        AtomicReference<Exception> other = new AtomicReference<>();
        try (MigrationManager manager = configure()
                .listener(event -> {
                    if (event instanceof MigrationEvent.MigrationResumed) {
                        try (MigrationManager second =
                                configure().set(ConfigKey.LOCK_TIMEOUT, "0s").open()) {
                            second.repair(resume("2"));
                        } catch (MigrationLockException e) {
                            other.set(e);
                        }
                    }
                })
                .open()) {
            assertThat(manager.repair(resume("2")).remaining()).isEmpty();
        }
        assertThat(other.get()).isInstanceOf(MigrationLockException.class);
    }

    @Test
    void theManifestHoldsWhatRan() throws Exception {
        try (MigrationManager manager = open()) {
            failsAt(manager, 4);
            manager.repair(new RepairAction.UpdateChecksum("migrations.sum"));
            mend();
            assertThat(problems(manager.check().problems())).contains("SUM_MISMATCH V2__mixed.sql");
            files().put("V3__other.sql", "CREATE TABLE other (id INTEGER);\n");
            assertThatExceptionOfType(InvalidMigrationSourceException.class)
                    .as("another file is wrong")
                    .isThrownBy(() -> manager.repair(resume("2")));
            Files.delete(files().path().resolve("V3__other.sql"));
            assertThat(manager.repair(resume("2")).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void aRepeatableMigrationIsResumedToo() throws SQLException {
        files().write(Scenario.linear(1).before());
        String begin = OFF + "INSERT INTO t1 (id, name) VALUES (2, 'two');\n";
        files().put("rows/R__rows.sql", begin + "INSERT INTO t1 (id, name) VALUES (2, 'twice');\n");
        try (MigrationManager manager = open()) {
            assertThat(catchThrowableOfType(MigrationFailedException.class, manager::upgrade)
                            .nextStep())
                    .contains("--resume rows/R__rows.sql");
            files().put("rows/R__rows.sql", begin + "INSERT INTO t1 (id, name) VALUES (3, 'three');\n");
            assertThat(manager.repair(resume("rows/R__rows.sql")).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
            // and again, when it changes
            files().put("rows/R__rows.sql", OFF + "DELETE FROM t1 WHERE id = 3;\nDELETE FROM not_there;\n");
            assertThat(catchThrowableOfType(MigrationFailedException.class, manager::upgrade))
                    .isNotNull();
            files().put("rows/R__rows.sql", OFF + "DELETE FROM t1 WHERE id = 3;\nDELETE FROM t1 WHERE id = 2;\n");
            assertThat(manager.repair(resume("rows")).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id FROM t1")).containsExactly("1");
    }

    @Test
    void aResumedDowngradeForgetsTheRepeatables() throws SQLException {
        files().write(Scenario.repeatable().before());
        try (MigrationManager manager = open()) {
            manager.upgrade();
            files().put("U2__create_t2.sql", OFF + "DROP VIEW names;\nDROP TABLE not_there;\n");
            assertThat(catchThrowableOfType(
                            MigrationFailedException.class, () -> manager.downgrade(Target.parse("-1"))))
                    .isNotNull();
            files().put("U2__create_t2.sql", OFF + "DROP VIEW names;\nDROP TABLE t2;\n");
            assertThat(manager.repair(resume("2")).remaining()).isEmpty();
            assertThat(history(manager)).containsExactly(FIRST);
            assertThat(labels(manager.upgrade())).containsExactly("2", "R names");
        }
    }
}
