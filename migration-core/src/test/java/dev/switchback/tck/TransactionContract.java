package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The setting {@code transaction}, with every engine: what is refused, and what runs without transactions. */
public abstract class TransactionContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected TransactionContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private boolean rollsBackDdl() {
        return product().can(DatabaseAbility.TRANSACTIONAL_DDL);
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

    private void refused(String mode, String reason) throws SQLException {
        String before = database().snapshot();
        try (MigrationManager manager = open(mode)) {
            UnsupportedCapabilityException error =
                    catchThrowableOfType(UnsupportedCapabilityException.class, manager::upgrade);
            assertThat(error).hasMessage("transaction=" + mode + " is not possible: " + reason);
            assertThat(error.code()).isEqualTo(ErrorCode.UNSUPPORTED);
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void aScriptThatRunsWithoutATransactionIsRefusedBeforeAnythingRuns() throws SQLException {
        oneOfFour();
        files().put("V4__create_t4.sql", "-- switchback: transaction=off\nCREATE TABLE t4 (id INTEGER);\n");
        String reason = rollsBackDdl()
                ? "V4__create_t4.sql does not run in a transaction"
                : product().kind().displayName() + " commits each statement that changes the schema";
        refused("all", reason);
        refused("per-migration", reason);
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("2", "3", "4");
        }
    }

    @Test
    void withoutTransactionsEachStatementStaysAndTheRestIsResumed() throws SQLException {
        oneOfFour();
        files().put("V2__create_t2.sql", """
                INSERT INTO t1 (id, name) VALUES (2, 'stays');
                INSERT INTO t1 (id, name) VALUES (2, 'twice');
                CREATE TABLE t2 (id INTEGER PRIMARY KEY, name VARCHAR(40));
                """);
        try (MigrationManager manager = open("none")) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_PARTIAL);
            assertThat(error.statement().applied()).isEqualTo(1);
            assertThat(problems(manager.check().problems())).containsExactly("FAILED V2__create_t2.sql");
        }
        assertThat(database().column("SELECT id FROM t1 ORDER BY id")).containsExactly("1", "2");
        files().put("V2__create_t2.sql", """
                INSERT INTO t1 (id, name) VALUES (2, 'stays');
                INSERT INTO t1 (id, name) VALUES (3, 'third');
                CREATE TABLE t2 (id INTEGER PRIMARY KEY, name VARCHAR(40));
                """);
        // the setting need not be the same
        try (MigrationManager manager = open()) {
            assertThat(manager.repair(new RepairAction.Resume("2")).remaining()).isEmpty();
            assertThat(database().column("SELECT id FROM t1 ORDER BY id")).containsExactly("1", "2", "3");
            assertThat(labels(manager.upgrade())).containsExactly("3", "4");
            assertThat(manager.check().ok()).isTrue();
        }
    }
}
