package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.PlanReference;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that is one transaction, with every engine, on the databases that can take definitions back. */
@Timeout(180)
public abstract class WholeRunContract extends WorkflowContract {

    private static final String BROKEN = "CREATE TABLE t4 (id INTEGER);\nINSERT INTO not_there (id) VALUES (1);\n";

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected WholeRunContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private MigrationManager open(String mode) {
        return configure().set(ConfigKey.TRANSACTION, mode).open();
    }

    /** The first of four migrations is applied; the other three are pending. */
    private void oneOfFour() {
        files().write(Scenario.linear(4).before());
        try (MigrationManager manager = open()) {
            manager.upgrade(Target.parse("1"));
        }
    }

    @Test
    void aRunThatIsOneTransactionIsKeptWhole() throws SQLException {
        oneOfFour();
        files().put("R__last.sql", "INSERT INTO t4 (id, name) VALUES (2, 'again');\n");
        try (MigrationManager manager = open("all")) {
            assertThat(labels(manager.upgrade())).containsExactly("2", "3", "4", "R last");
            assertThat(history(manager)).last().isEqualTo("5 R 'last' R__last.sql APPLIED");
            assertThat(manager.upgrade().changedAnything()).isFalse();
            assertThat(labels(manager.downgrade(Target.parse("1")))).containsExactly("4", "3", "2");
            assertThat(history(manager)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
            assertThat(database().tables()).contains("t1").doesNotContain("t2", "t3", "t4");
        }
    }

    @Test
    void whenTheThirdOfThreeFailsSchemaAndHistoryAreAsBeforeTheRun() throws SQLException {
        oneOfFour();
        files().put("V4__create_t4.sql", BROKEN);
        List<String> before = picture();
        try (MigrationManager manager = open("all")) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(error.script()).isEqualTo("V4__create_t4.sql");
            assertThat(error.statement().index()).isEqualTo(2);
            assertThat(error.completed().executed()).isEmpty();
            assertThat(error.completed().to()).contains(MigrationVersion.of("1"));
            assertThat(picture()).isEqualTo(before);
            assertThat(events())
                    .last()
                    .isInstanceOfSatisfying(
                            MigrationEvent.RunUndone.class,
                            undone -> assertThat(undone.migrations())
                                    .extracting(Migration::label)
                                    .containsExactly("2", "3"));
            files().write(Scenario.linear(4).before());
            assertThat(labels(manager.upgrade())).containsExactly("2", "3", "4");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void aFailureOnTheWayDownUndoesTheWholeWay() throws SQLException {
        applied(Scenario.linear(4));
        files().put("U2__create_t2.sql", "DROP TABLE t2;\nDROP TABLE not_there;\n");
        List<String> before = picture();
        try (MigrationManager manager = open("all")) {
            MigrationFailedException error =
                    catchThrowableOfType(MigrationFailedException.class, () -> manager.downgrade(Target.base()));
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(error.completed().executed()).isEmpty();
            assertThat(picture()).isEqualTo(before);
        }
    }

    @Test
    void aStopBetweenTwoMigrationsUndoesTheWholeRun() throws SQLException {
        oneOfFour();
        List<String> before = picture();
        AtomicReference<MigrationManager> running = new AtomicReference<>();
        try (MigrationManager manager = configure()
                .set(ConfigKey.TRANSACTION, "all")
                .listener(event -> {
                    if (event instanceof MigrationEvent.MigrationFinished finished
                            && finished.script().equals("V3__create_t3.sql")) {
                        running.get().stop();
                    }
                })
                .open()) {
            running.set(manager);
            DatabaseAccessException error = catchThrowableOfType(DatabaseAccessException.class, manager::upgrade);
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
        }
        assertThat(picture()).isEqualTo(before);
    }

    @Test
    void withATransactionPerMigrationThoseBeforeAFailureStay() throws SQLException {
        oneOfFour();
        files().put("V4__create_t4.sql", BROKEN);
        try (MigrationManager manager = open("per-migration")) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(labels(error.completed())).containsExactly("2", "3");
            assertThat(database().tables()).contains("t3").doesNotContain("t4");
        }
    }

    @Test
    void aPlanIsBoundToTheRunThatIsOneTransaction() {
        oneOfFour();
        PlanReference plan;
        try (MigrationManager manager = open("all")) {
            plan = manager.plan(Direction.UP, Target.head()).reference();
        }
        try (MigrationManager manager = open()) {
            assertThatExceptionOfType(HistoryMismatchException.class).isThrownBy(() -> manager.execute(plan));
        }
        try (MigrationManager manager = open("all")) {
            assertThat(labels(manager.execute(plan))).containsExactly("2", "3", "4");
        }
    }

    /** What a transaction of its own would begin with, a part of the one transaction begins with too. */
    @Test
    void aKilledProcessLeavesSchemaAndHistoryAsBeforeTheRun() throws Exception {
        oneOfFour();
        files().put(
                        "V4__create_t4.sql",
                        "CREATE TABLE t4 (id BIGINT);\nINSERT INTO t4 (id) VALUES (1);\n" + slow() + ";\n");
        List<String> before = picture();
        try (UpgradingChild child =
                UpgradingChild.startWhole(provider(), folder(), database().url())) {
            child.await("3");
            child.kill();
        }
        assertThat(picture()).isEqualTo(before);
        files().write(Scenario.linear(4).before());
        try (MigrationManager manager = open("all")) {
            // waits until the server has ended the statement
            assertThat(labels(manager.upgrade())).containsExactly("2", "3", "4");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    /** Every table, and every row of the history with its time. */
    private List<String> picture() throws SQLException {
        List<String> lines = new ArrayList<>(database().tables());
        Collections.sort(lines);
        try (MigrationManager manager = open()) {
            manager.history().forEach(row -> lines.add(row.toString()));
        }
        return lines;
    }

    private String slow() {
        return product().kind() == DatabaseKind.POSTGRESQL
                ? "SELECT pg_sleep(60)"
                : "INSERT INTO t4 WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000000000)"
                        + " SELECT COUNT(*) FROM c";
    }
}
