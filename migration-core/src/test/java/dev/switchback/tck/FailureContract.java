package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failed migrations and what can be done about them, with every engine. */
public abstract class FailureContract extends WorkflowContract {

    private static final String FIRST = "1 V1 'create t1' V1__create_t1.sql APPLIED";
    private static final List<String> ALL =
            List.of(FIRST, "2 V2 'create t2' V2__create_t2.sql APPLIED", "3 V3 'create t3' V3__create_t3.sql APPLIED");

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected FailureContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private boolean rollsBackDdl() {
        return product().can(DatabaseAbility.TRANSACTIONAL_DDL);
    }

    private MigrationFailedException failedUpgrade() {
        files().write(Scenario.failsAtSecondStatement().before());
        try (MigrationManager manager = open()) {
            return catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
        }
    }

    @Test
    void theErrorTellsWhereAndWhatStaysAndWhatWasDoneBefore() throws SQLException {
        MigrationFailedException error = failedUpgrade();
        assertThat(error.script()).isEqualTo("V2__create_t2.sql");
        assertThat(error.statement().index()).isEqualTo(2);
        assertThat(error.statement().line()).isEqualTo(4);
        assertThat(error.statement().sql()).isEqualTo("INSERT INTO not_there (id) VALUES (1)");
        assertThat(error.statement().reason()).containsIgnoringCase("not_there");
        assertThat(error.statement().applied()).isEqualTo(rollsBackDdl() ? 0 : 1);
        assertThat(error.databaseState()).isEqualTo(rollsBackDdl() ? DatabaseState.UNCHANGED : DatabaseState.PARTIAL);
        assertThat(error.code()).isEqualTo(rollsBackDdl() ? ErrorCode.FAILED_CLEAN : ErrorCode.FAILED_PARTIAL);
        assertThat(labels(error.completed())).containsExactly("1");
        assertThat(error.completed().to()).contains(MigrationVersion.of("1"));
        assertThat(error.nextStep()).isNotBlank();
        assertThat(error.getMessage()).contains("V2__create_t2.sql");
        assertThat(database().tables().contains("t2")).isEqualTo(!rollsBackDdl());
        assertThat(database().tables()).contains("t1").doesNotContain("t2b", "t3");
    }

    @Test
    void theEventTellsTheSame() {
        MigrationFailedException error = failedUpgrade();
        assertThat(events())
                .filteredOn(MigrationEvent.MigrationFailed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(MigrationEvent.MigrationFailed.class, event -> {
                    assertThat(event.script()).isEqualTo("V2__create_t2.sql");
                    assertThat(event.statement()).isEqualTo(error.statement());
                });
        assertThat(events()).last().isInstanceOf(MigrationEvent.MigrationFailed.class);
    }

    @Test
    void statusAndHistoryShowAFailureThatLeftSomethingBehind() {
        assertThat(failedUpgrade()).isNotNull();
        try (MigrationManager manager = open()) {
            assertThat(manager.current()).contains(MigrationVersion.of("1"));
            if (rollsBackDdl()) {
                assertThat(history(manager)).containsExactly(FIRST);
                assertThat(manager.check().problems()).isEmpty();
                assertThat(states(manager))
                        .containsExactly(
                                "V1__create_t1.sql APPLIED", "V2__create_t2.sql PENDING", "V3__create_t3.sql PENDING");
            } else {
                assertThat(history(manager)).containsExactly(FIRST, "2 V2 'create t2' V2__create_t2.sql FAILED");
                assertThat(problems(manager.check().problems())).containsExactly("FAILED V2__create_t2.sql");
                assertThat(states(manager))
                        .containsExactly(
                                "V1__create_t1.sql APPLIED", "V2__create_t2.sql FAILED", "V3__create_t3.sql PENDING");
            }
        }
    }

    /** H2 repeats the whole statement in its message. */
    @Test
    void aStatementOfMegabytesIsNotRepeatedInItsError() {
        files().put("V1__rows.sql", "INSERT INTO not_there (name) VALUES ('" + "x".repeat(900_000) + "');\n");
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.getMessage()).hasSizeLessThan(4000).contains("V1__rows.sql:1: statement 1 failed");
            assertThat(error.statement().reason()).hasSizeLessThan(3000).containsIgnoringCase("not_there");
            assertThat(error.statement().sql()).hasSizeLessThan(1000);
        }
    }

    /** The parser of H2 is in this process and has no limit of its own; MariaDB finds nothing wrong. */
    @Test
    void aStatementThatIsNestedTooDeeplyIsOneThatFailed() {
        files().put(
                        "V1__deep.sql",
                        "CREATE TABLE t1 (id INTEGER);\nINSERT INTO t1 VALUES (" + "(".repeat(20_000) + "1"
                                + ")".repeat(20_000) + ");\n");
        try (MigrationManager manager = open()) {
            if (Dialect.of(product().kind()) == Dialect.MARIADB) {
                // whose stack is deep enough
                assertThat(manager.upgrade().executed()).hasSize(1);
                return;
            }
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.statement().index()).isEqualTo(2);
            assertThat(error.statement().line()).isEqualTo(2);
            assertThat(error.statement().applied()).isEqualTo(rollsBackDdl() ? 0 : 1);
            assertThat(error.databaseState())
                    .isEqualTo(rollsBackDdl() ? DatabaseState.UNCHANGED : DatabaseState.PARTIAL);
            assertThat(error.getMessage()).hasSizeLessThan(4_000);
        }
    }

    @Test
    void aFailureThatLeftNothingBehindNeedsNoRepair() throws SQLException {
        files().write(Scenario.linear().before());
        files().put("V2__create_t2.sql", "INSERT INTO not_there (id) VALUES (1);\n");
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThat(error.statement().applied()).isZero();
            assertThat(history(manager)).containsExactly(FIRST);
            assertThat(manager.check().problems()).isEmpty();
            files().write(Scenario.linear().before());
            assertThat(labels(manager.upgrade())).containsExactly("2", "3");
            assertThat(history(manager)).isEqualTo(ALL);
        }
    }

    @Test
    void theNextUpgradeWaitsForADecisionWhereSomethingWasLeft() throws SQLException {
        assertThat(failedUpgrade()).isNotNull();
        files().write(Scenario.failsAtSecondStatement().after());
        try (MigrationManager manager = open()) {
            if (rollsBackDdl()) {
                assertThat(labels(manager.upgrade())).containsExactly("2", "3");
                assertThat(history(manager)).isEqualTo(ALL);
            } else {
                String before = database().snapshot();
                assertThatExceptionOfType(HistoryMismatchException.class)
                        .isThrownBy(manager::upgrade)
                        .satisfies(e -> assertThat(problems(e.problems())).containsExactly("FAILED V2__create_t2.sql"));
                assertThatExceptionOfType(HistoryMismatchException.class)
                        .isThrownBy(() -> manager.downgrade(Target.base()));
                assertThat(database().snapshot()).isEqualTo(before);
            }
        }
    }

    @Test
    void markedAsRevertedItIsPendingAgain() throws SQLException {
        assertThat(failedUpgrade()).isNotNull();
        files().write(Scenario.failsAtSecondStatement().after());
        RepairAction action = new RepairAction.MarkReverted("2");
        try (MigrationManager manager = open()) {
            if (rollsBackDdl()) {
                assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> manager.repair(action));
                return;
            }
            database().execute("DROP TABLE t2");
            assertThat(manager.repair(action).remaining()).isEmpty();
            assertThat(history(manager)).containsExactly(FIRST);
            assertThat(labels(manager.upgrade())).containsExactly("2", "3");
            assertThat(history(manager)).isEqualTo(ALL);
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void markedAsAppliedItIsInEffect() throws SQLException {
        assertThat(failedUpgrade()).isNotNull();
        files().write(Scenario.failsAtSecondStatement().after());
        RepairAction action = new RepairAction.MarkApplied("2");
        try (MigrationManager manager = open()) {
            if (rollsBackDdl()) {
                assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> manager.repair(action));
                return;
            }
            assertThat(manager.repair(action).changes())
                    .singleElement()
                    .asString()
                    .contains("V2__create_t2.sql");
            assertThat(history(manager)).containsExactly(FIRST, "2 V2 'create t2' V2__create_t2.sql APPLIED");
            assertThat(labels(manager.upgrade())).containsExactly("3");
            assertThat(history(manager)).isEqualTo(ALL);
            assertThat(manager.check().ok()).isTrue();
        }
    }

    /** What a listener throws is swallowed, but for what no Java program should swallow. */
    @Test
    void anErrorOutOfAListenerLeavesNoLockAndOnlyWhatIsTold() {
        files().write(Scenario.linear().before());
        OutOfMemoryError error = new OutOfMemoryError("for the test");
        try (MigrationManager manager = configure()
                .listener(event -> {
                    if (event instanceof MigrationEvent.StatementFinished finished
                            && finished.script().equals("V2__create_t2.sql")) {
                        throw error;
                    }
                })
                .open()) {
            assertThat(catchThrowable(manager::upgrade)).isSameAs(error);
        }
        try (MigrationManager manager =
                configure().set(ConfigKey.LOCK_TIMEOUT, "2s").open()) {
            if (!rollsBackDdl()) {
                assertThat(history(manager)).containsExactly(FIRST, "2 V2 'create t2' V2__create_t2.sql FAILED");
                manager.repair(new RepairAction.Resume("2"));
            } else {
                assertThat(history(manager)).containsExactly(FIRST);
            }
            manager.upgrade();
            assertThat(history(manager)).isEqualTo(ALL);
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void aFailedDownScriptThatLeftNothingKeepsTheMigration() throws SQLException {
        applied(Scenario.linear());
        files().put("U3__create_t3.sql", "INSERT INTO not_there (id) VALUES (1);\nDROP TABLE t3;\n");
        try (MigrationManager manager = open()) {
            MigrationFailedException error =
                    catchThrowableOfType(MigrationFailedException.class, () -> manager.downgrade(Target.parse("-1")));
            assertThat(error.script()).isEqualTo("V3__create_t3.sql");
            assertThat(error.getMessage()).contains("U3__create_t3.sql");
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(history(manager)).isEqualTo(ALL);
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().tables()).contains("t3");
    }

    @Test
    void aFailedDownScriptThatLeftSomethingIsShown() throws SQLException {
        applied(Scenario.linear());
        files().put("U3__create_t3.sql", "DROP TABLE t3;\nINSERT INTO not_there (id) VALUES (1);\n");
        try (MigrationManager manager = open()) {
            MigrationFailedException error =
                    catchThrowableOfType(MigrationFailedException.class, () -> manager.downgrade(Target.parse("-1")));
            if (rollsBackDdl()) {
                assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
                assertThat(history(manager)).isEqualTo(ALL);
                assertThat(manager.check().ok()).isTrue();
                return;
            }
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_PARTIAL);
            assertThat(error.statement().applied()).isEqualTo(1);
            assertThat(history(manager)).last().isEqualTo("3 V3 'create t3' V3__create_t3.sql FAILED_DOWN");
            assertThat(problems(manager.check().problems())).containsExactly("FAILED V3__create_t3.sql");
            assertThat(manager.repair(new RepairAction.MarkReverted("3")).remaining())
                    .isEmpty();
            assertThat(history(manager)).isEqualTo(ALL.subList(0, 2));
            assertThat(labels(manager.upgrade())).containsExactly("3");
            assertThat(history(manager)).isEqualTo(ALL);
        }
    }

    @Test
    void aFailureInASubFolderIsSettledByTheNameThatTheErrorTells() throws SQLException {
        files().write(Scenario.linear().before().subList(0, 1));
        files().put("rows/R__rows.sql", """
                        -- switchback: transaction=off
                        INSERT INTO t1 (id, name) VALUES (2, 'stays');
                        INSERT INTO t1 (id, name) VALUES (2, 'twice');
                        """);
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.statement().applied()).isEqualTo(1);
            assertThat(error.nextStep()).contains("--mark-applied rows/R__rows.sql ");
            assertThat(problems(manager.check().problems())).containsExactly("FAILED R__rows.sql");
            assertThat(manager.repair(new RepairAction.MarkReverted("rows/R__rows.sql"))
                            .remaining())
                    .isEmpty();
            assertThat(history(manager)).containsExactly(FIRST);
            database().execute("DELETE FROM t1 WHERE id = 2");
            assertThat(catchThrowableOfType(MigrationFailedException.class, manager::upgrade))
                    .isNotNull();
            assertThat(manager.repair(new RepairAction.MarkApplied("rows/R__rows.sql"))
                            .remaining())
                    .isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void outsideOfATransactionWhatRanStaysAndIsTold() throws SQLException {
        files().write(Scenario.linear().before().subList(0, 1));
        files().put("V2__rows.sql", """
                        -- switchback: transaction=off
                        INSERT INTO t1 (id, name) VALUES (2, 'stays');
                        INSERT INTO t1 (id, name) VALUES (2, 'twice');
                        """);
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_PARTIAL);
            assertThat(error.statement().applied()).isEqualTo(1);
            assertThat(history(manager)).containsExactly(FIRST, "2 V2 'rows' V2__rows.sql FAILED");
            assertThat(problems(manager.check().problems())).containsExactly("FAILED V2__rows.sql");
            manager.repair(new RepairAction.MarkApplied("2"));
            assertThat(history(manager)).containsExactly(FIRST, "2 V2 'rows' V2__rows.sql APPLIED");
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id FROM t1 ORDER BY id")).containsExactly("1", "2");
    }
}
