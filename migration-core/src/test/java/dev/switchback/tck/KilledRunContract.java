package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.model.RepairAction;
import dev.switchback.core.port.EngineProvider;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code kill -9} in the middle of a script, on a database that commits definitions by itself, with every engine: what
 * is known afterwards is right, and the script can be brought to its end.
 */
@Timeout(180)
public abstract class KilledRunContract extends WorkflowContract {

    /** What H2 has committed reaches its file within half a second. */
    private static final long UNTIL_IT_IS_ON_DISK_MILLIS = 1_500;

    private static final List<String> BEGIN =
            List.of("CREATE TABLE k1 (id INTEGER PRIMARY KEY, name VARCHAR(40))", "INSERT INTO k1 (id) VALUES (1)");

    private static final List<String> END = List.of("INSERT INTO k1 (id) VALUES (4)", "CREATE TABLE k3 (id INTEGER)");

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected KilledRunContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private boolean isH2() {
        return product().kind() == DatabaseKind.H2;
    }

    /** The fourth statement of the script. */
    private void write(String fourth) {
        String pause =
                isH2() ? "CREATE ALIAS PAUSE FOR 'java.lang.Thread.sleep(long)'" : "CREATE TABLE pause (id INTEGER)";
        files().put(
                        "V1__long.sql",
                        String.join(";\n", pause, String.join(";\n", BEGIN), fourth, String.join(";\n", END)) + ";\n");
    }

    private void killedIn(String fourth) throws Exception {
        write(fourth);
        try (UpgradingChild child =
                UpgradingChild.start(provider(), folder(), database().url())) {
            child.await("4");
            Thread.sleep(UNTIL_IT_IS_ON_DISK_MILLIS);
            child.kill();
        }
    }

    /** A server goes on with a statement for a while, whose client is gone; MariaDB then ends SLEEP and creates the table. */
    private boolean tookEffect() throws Exception {
        String sleeping = "SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User sleep' AND user = '"
                + database().user() + "'";
        while (!isH2() && !database().column(sleeping).equals(List.of("0"))) {
            Thread.sleep(50);
        }
        return database().tables().contains("k2");
    }

    private void isAtItsEnd(MigrationManager manager) throws Exception {
        assertThat(manager.check().ok()).isTrue();
        assertThat(history(manager)).containsExactly("1 V1 'long' V1__long.sql APPLIED");
        assertThat(database().column("SELECT id FROM k1 ORDER BY id")).containsExactly("1", "4");
        assertThat(database().tables()).contains("k2", "k3");
        assertThat(database().column("SELECT script FROM switchback_journal")).isEmpty();
    }

    @Test
    void aStatementThatCommitsByItselfIsInDoubtAndTheUserDecides() throws Exception {
        killedIn(
                isH2()
                        ? "CREATE TABLE k2 (id INTEGER) AS SELECT 1 WHERE PAUSE(60000) IS NULL"
                        : "CREATE TABLE k2 AS SELECT SLEEP(60) AS id");
        write("CREATE TABLE k2 (id INTEGER)");
        try (MigrationManager manager = open()) {
            HistoryMismatchException refused = catchThrowableOfType(HistoryMismatchException.class, manager::upgrade);
            assertThat(problems(refused.problems())).containsExactly("FAILED V1__long.sql");
            assertThat(refused.problems().get(0).message())
                    .isEqualTo("V1__long.sql stopped half-way: 3 of 6 statements ARE applied; statement 4 was begun and"
                            + " is not known to have ended");
            assertThat(refused.nextStep())
                    .contains("look whether statement 4 took effect", "--resume 1 --from 5", "--from 4");
            assertThat(catchThrowableOfType(
                            HistoryMismatchException.class, () -> manager.repair(new RepairAction.Resume("1"))))
                    .hasMessage(refused.getMessage());

            int from = tookEffect() ? 5 : 4;
            assertThat(manager.repair(new RepairAction.Resume("1", OptionalInt.of(from)))
                            .remaining())
                    .isEmpty();
            isAtItsEnd(manager);
        }
    }

    @Test
    void whatDoesNotCommitByItselfIsRolledBackAndResumedWithoutAQuestion() throws Exception {
        killedIn(isH2() ? "UPDATE k1 SET name = CAST(PAUSE(60000) AS VARCHAR(40))" : "UPDATE k1 SET name = SLEEP(60)");
        write("CREATE TABLE k2 (id INTEGER)");
        try (MigrationManager manager = open()) {
            assertThat(manager.status().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message())
                            .isEqualTo("V1__long.sql failed half-way: 2 of 6 statements ARE applied"));
            assertThat(manager.repair(new RepairAction.Resume("1")).changes())
                    .containsExactly("V1__long.sql: 4 statements ran; V1__long.sql is recorded as applied");
            isAtItsEnd(manager);
        }
    }
}
