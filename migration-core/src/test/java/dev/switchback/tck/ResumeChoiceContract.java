package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is not resumed, and what the user may decide, with every engine. */
public abstract class ResumeChoiceContract extends WorkflowContract {

    /** With it every database leaves behind what ran. */
    private static final String OFF = "-- switchback: transaction=off\n";

    private final MixedScript mixed = new MixedScript("x");

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected ResumeChoiceContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private static RepairAction resume(String migration) {
        return new RepairAction.Resume(migration);
    }

    private static RepairAction resume(String migration, int from) {
        return new RepairAction.Resume(migration, OptionalInt.of(from));
    }

    private MigrationFailedException fails(MigrationManager manager, String... statements) {
        files().put("V2__mixed.sql", MixedScript.file(OFF, List.of(statements)));
        return catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
    }

    /** Fails at one place of the mixed script. */
    private MigrationFailedException failsAt(MigrationManager manager, int place) {
        return fails(
                manager,
                MixedScript.with(mixed.up(), place, MixedScript.FAILS_AS_ROWS).toArray(String[]::new));
    }

    private void mend() {
        files().put("V2__mixed.sql", MixedScript.file(OFF, mixed.up()));
    }

    @Test
    void whatIsDoneMustNotBeEditedAndTheMessageNamesTheStatement() throws SQLException {
        try (MigrationManager manager = open()) {
            assertThat(failsAt(manager, 5).statement().applied()).isEqualTo(4);
            List<String> edited = MixedScript.with(mixed.up(), 3, "INSERT INTO a_x (id, name) VALUES (2, 'TWO')");
            files().put("V2__mixed.sql", MixedScript.file(OFF, edited));
            refusesTheEdit(manager, "V2__mixed.sql:5: statement 3 is not the one that is applied");
            files().put("V2__mixed.sql", MixedScript.file(OFF, mixed.up().subList(1, 8)));
            refusesTheEdit(manager, "V2__mixed.sql:3: statement 1 is not the one that is applied");
            files().put("V2__mixed.sql", MixedScript.file(OFF, mixed.up().subList(0, 2)));
            refusesTheEdit(manager, "V2__mixed.sql has only 2 of the 4 statements that are applied");

            // comments and blank lines are no statements
            files().put("V2__mixed.sql", MixedScript.file(OFF + "-- one more\n\n", mixed.up()));
            assertThat(manager.repair(resume("2")).remaining()).isEmpty();
            assertThat(mixed.rowsAfterUp(database())).containsExactly("1 one; of a! 10", "10", "20");
        }
    }

    private void refusesTheEdit(MigrationManager manager, String message) throws SQLException {
        String before = database().snapshot();
        HistoryMismatchException refused =
                catchThrowableOfType(HistoryMismatchException.class, () -> manager.repair(resume("2")));
        assertThat(problems(refused.problems())).containsExactly("CHANGED V2__mixed.sql");
        assertThat(refused.problems().get(0).message()).isEqualTo(message);
        assertThat(refused.nextStep()).contains("--mark-applied 2", "--mark-reverted 2");
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void whatDidNotFailIsNotResumed() throws SQLException {
        files().write(Scenario.linear().before());
        try (MigrationManager manager = open()) {
            manager.upgrade(Target.parse("2"));
            String before = database().snapshot();
            assertThat(catchThrowableOfType(InvalidTargetException.class, () -> manager.repair(resume("1"))))
                    .hasMessageContaining("did not fail");
            InvalidTargetException pending =
                    catchThrowableOfType(InvalidTargetException.class, () -> manager.repair(resume("3")));
            assertThat(pending).hasMessageContaining("nothing of it is applied");
            assertThat(pending.nextStep()).contains("switchback upgrade");
            assertThat(catchThrowableOfType(InvalidTargetException.class, () -> manager.repair(resume("99"))))
                    .hasMessageContaining("no migration is called that");
            assertThat(database().snapshot()).isEqualTo(before);
        }
    }

    @Test
    void theUserMayGoOnWithAnyStatement() throws SQLException {
        try (MigrationManager manager = open()) {
            assertThat(failsAt(manager, 7).statement().applied()).isEqualTo(6);
            mend();
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> manager.repair(resume("2", 10)))
                    .withMessageContaining("has 8");
            // done by hand, and one that is to run again
            database().execute("INSERT INTO b_x (id) SELECT size FROM a_x");
            database().execute("UPDATE a_x SET name = 'one; of a', size = NULL WHERE id = 1");
            assertThat(manager.repair(resume("2", 8)).remaining()).isEmpty();
            assertThat(history(manager)).last().isEqualTo("1 V2 'mixed' V2__mixed.sql APPLIED");
        }
        assertThat(mixed.rowsAfterUp(database())).hasSize(3);
        assertThat(database().column("SELECT id FROM a_x")).containsExactly("1");
    }

    @Test
    void theUserMayRunStatementsAgain() throws SQLException {
        try (MigrationManager manager = open()) {
            assertThat(failsAt(manager, 8).statement().applied()).isEqualTo(7);
            database().execute("DROP TABLE b_x");
            List<String> other = MixedScript.with(mixed.up(), 6, "CREATE TABLE b_x (id INTEGER, more INTEGER)");
            files().put("V2__mixed.sql", MixedScript.file(OFF, other));
            assertThat(manager.repair(resume("2", 6)).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(mixed.rowsAfterUp(database())).containsExactly("1 one; of a! 10", "10", "20");
        assertThat(database().column("SELECT more FROM b_x")).hasSize(2);
    }

    @Test
    void nothingLeftToRunIsRecorded() throws SQLException {
        try (MigrationManager manager = open()) {
            assertThat(failsAt(manager, 8).statement().applied()).isEqualTo(7);
            database().execute("DELETE FROM a_x WHERE id = 2");
            mend();
            assertThat(manager.repair(resume("2", 9)).changes())
                    .containsExactly("V2__mixed.sql: nothing was left to run; V2__mixed.sql is recorded as applied");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void settingsOfTheSessionAreMadeAgain() throws SQLException {
        try (MigrationManager manager = open()) {
            String[] lines = switch (product().kind()) {
                case SQLITE ->
                    new String[] {
                        "PRAGMA foreign_keys = ON",
                        "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                        "CREATE TABLE c (id INTEGER REFERENCES p (id))",
                        "INSERT INTO c (id) VALUES (1)"
                    };
                case H2 -> {
                    String other = database().createSchema();
                    yield new String[] {"SET SCHEMA " + other, "CREATE TABLE p (id INTEGER)", "DROP TABLE not_there"};
                }
                case POSTGRESQL -> {
                    String other = database().createSchema();
                    yield new String[] {
                        "SET search_path = " + other, "CREATE TABLE p (id INTEGER)", "DROP TABLE not_there"
                    };
                }
                case MARIADB, MYSQL -> {
                    String other = database().createSchema();
                    yield new String[] {"USE " + other, "CREATE TABLE p (id INTEGER)", "DROP TABLE not_there"};
                }
            };
            assertThat(fails(manager, lines)).isNotNull();
            assertThat(manager.status().problems()).hasSize(1);
            if (lines.length == 4) {
                assertThat(catchThrowableOfType(MigrationFailedException.class, () -> manager.repair(resume("2"))))
                        .as("the setting holds")
                        .isNotNull();
                lines[3] = "INSERT INTO p (id) VALUES (1)";
            } else {
                // it is found only where the first attempt went
                lines[2] = "INSERT INTO p (id) VALUES (1)";
            }
            files().put("V2__mixed.sql", MixedScript.file(OFF, List.of(lines)));
            assertThat(manager.repair(resume("2")).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
            assertThat(history(manager)).containsExactly("1 V2 'mixed' V2__mixed.sql APPLIED");
        }
    }

    @Test
    void whatOnlyTheSessionHadIsNotForgottenSilently() throws SQLException {
        String temporary =
                "CREATE " + (product().kind() == DatabaseKind.H2 ? "LOCAL " : "") + "TEMPORARY TABLE tmp (id INTEGER)";
        String[] lines = {
            "CREATE TABLE p (id INTEGER)",
            temporary,
            "INSERT INTO tmp (id) VALUES (7)",
            MixedScript.FAILS_AS_ROWS,
            "INSERT INTO p (id) SELECT id FROM tmp"
        };
        try (MigrationManager manager = open()) {
            assertThat(fails(manager, lines).statement().applied()).isEqualTo(3);
            String before = database().snapshot();
            HistoryMismatchException refused =
                    catchThrowableOfType(HistoryMismatchException.class, () -> manager.repair(resume("2")));
            assertThat(refused.problems().get(0).message())
                    .isEqualTo(
                            "V2__mixed.sql:7: statement 5 uses TMP, which statement 2 (line 4) made in a session that"
                                    + " is over");
            assertThat(refused.nextStep()).contains("repair --resume 2 --from 2", "--from 4");
            assertThat(database().snapshot()).isEqualTo(before);
        }
        lines[3] = "INSERT INTO p (id) VALUES (1)";
        files().put("V2__mixed.sql", MixedScript.file(OFF, List.of(lines)));
        try (MigrationManager manager = open()) {
            assertThat(manager.repair(resume("2", 2)).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id FROM p ORDER BY id")).containsExactly("1", "7");
    }

    @Test
    void aMigrationThatThePlainEngineLeftIsNotResumed() throws SQLException {
        try (MigrationManager manager = open()) {
            failsAt(manager, 3);
            database().execute("DELETE FROM switchback_journal");
            // an engine without a row for failures knows nothing of it any more
            assertThat(catchThrowableOfType(InvalidTargetException.class, () -> manager.repair(resume("2")))
                            .getMessage())
                    .containsAnyOf("it is not known how many", "nothing of it is applied");
        }
    }
}
