package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.CuttingProxy.Moment;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The connection is lost in the middle of a run: what is told of the state is true, also when it was lost while the
 * server committed. On servers, with every engine.
 */
public abstract class LostConnectionContract extends WorkflowContract {

    private Optional<CuttingProxy> proxy = Optional.empty();

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on, a server
     */
    protected LostConnectionContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** What ends the session that runs it. */
    private String suicide() {
        return product().kind() == DatabaseKind.POSTGRESQL
                ? "SELECT pg_terminate_backend(pg_backend_pid());\n"
                : "KILL CONNECTION_ID();\n";
    }

    private MigrationManager openThroughProxy(String armedAfter, Moment moment) {
        CuttingProxy cutting = startProxy();
        return throughProxy(cutting)
                .listener(event -> {
                    record(event);
                    if (event instanceof MigrationEvent.StatementFinished done
                            && done.script().equals(armedAfter)) {
                        cutting.cutAt("COMMIT", moment);
                    }
                })
                .open();
    }

    private MigrationManager openThroughProxyAtOnce(String text, Moment moment) {
        CuttingProxy cutting = startProxy();
        cutting.cutAt(text, moment);
        return throughProxy(cutting).open();
    }

    private CuttingProxy startProxy() {
        URI address = address();
        CuttingProxy cutting = CuttingProxy.to(address.getHost(), address.getPort());
        proxy = Optional.of(cutting);
        return cutting;
    }

    private URI address() {
        return URI.create(DatabaseUrl.parse(database().url()).jdbcUrl().substring("jdbc:".length()));
    }

    private Switchback.Builder throughProxy(CuttingProxy cutting) {
        return configureWithoutDatabase()
                .databaseUrl(database().url().replace(":" + address().getPort() + "/", ":" + cutting.port() + "/"))
                .set(ConfigKey.POOL, "false")
                .set(ConfigKey.CONNECT_TIMEOUT, "1s")
                .set(ConfigKey.DDL_LOCK_TIMEOUT, "1s");
    }

    private void closeProxy() {
        assertThat(proxy.map(CuttingProxy::cuts)).as("cuts").contains(1);
        proxy.ifPresent(CuttingProxy::close);
    }

    /** One statement, so that there is one commit of ours on every database. */
    private void writeOneStatementEach() {
        files().put("V1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);\n")
                .put("U1__a.sql", "DROP TABLE a;\n")
                .put("V2__b.sql", "INSERT INTO a (id) VALUES (2);\n")
                .put("U2__b.sql", "DELETE FROM a WHERE id = 2;\n")
                .put("V3__c.sql", "INSERT INTO a (id) VALUES (3);\n")
                .put("U3__c.sql", "DELETE FROM a WHERE id = 3;\n");
    }

    private void assertEndsWell() throws Exception {
        try (MigrationManager manager = open()) {
            manager.upgrade();
            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.history()).hasSize(3);
        }
        assertThat(database().column("SELECT id FROM a ORDER BY id")).containsExactly("2", "3");
    }

    @Test
    void aCommitThatNeverReachedTheServerIsToldAsUnchanged() throws Exception {
        writeOneStatementEach();
        try (MigrationManager manager = openThroughProxy("V2__b.sql", Moment.BEFORE_THE_SERVER_GETS_IT)) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);

            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(error.script()).isEqualTo("V2__b.sql");
            assertThat(error.completed().executed()).hasSize(1);
            assertThat(error.nextStep()).contains("run the same command again");
        }
        closeProxy();
        assertThat(database().column("SELECT id FROM a")).isEmpty();
        assertEndsWell();
    }

    @Test
    void aCommitWhoseAnswerWasLostIsLookedUp() throws Exception {
        writeOneStatementEach();
        try (MigrationManager manager = openThroughProxy("V2__b.sql", Moment.BEFORE_THE_ANSWER_ARRIVES)) {
            DatabaseAccessException error = catchThrowableOfType(DatabaseAccessException.class, manager::upgrade);

            assertThat(error)
                    .hasMessageContaining("the connection was lost")
                    .hasMessageContaining("after V2__b.sql, which is done and recorded");
            assertThat(error.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(error.nextStep()).contains("run the command again");
            assertThat(error.completed()).hasValueSatisfying(run -> {
                assertThat(labels(run)).containsExactly("1", "2");
                assertThat(run.to()).hasToString("Optional[2]");
            });
            assertThat(events())
                    .filteredOn(MigrationEvent.MigrationFinished.class::isInstance)
                    .hasSize(2);
        }
        closeProxy();
        assertThat(database().column("SELECT id FROM a")).containsExactly("2");
        assertEndsWell();
    }

    @Test
    void aCommitThatCannotBeLookedUpIsToldAsUnknown() throws Exception {
        writeOneStatementEach();
        try (MigrationManager manager = openThroughProxy("V2__b.sql", Moment.AND_NOBODY_ANSWERS_AGAIN)) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);

            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNKNOWN);
            assertThat(error.nextStep()).contains("switchback status");
        }
        closeProxy();
        // it was committed
        assertEndsWell();
    }

    @Test
    void aStatementInFlightThatCommitsByItselfIsNotGuessedAt() throws Exception {
        files().put(
                        "V1__a.sql",
                        "CREATE TABLE a (id INTEGER PRIMARY KEY);\nCREATE TABLE b (id INTEGER PRIMARY KEY);\n");
        boolean transactional = product().can(DatabaseAbility.TRANSACTIONAL_DDL);
        try (MigrationManager manager = openThroughProxyAtOnce("CREATE TABLE b", Moment.BEFORE_THE_ANSWER_ARRIVES)) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);

            assertThat(error.databaseState())
                    .isEqualTo(transactional ? DatabaseState.UNCHANGED : DatabaseState.UNKNOWN);
            assertThat(error.statement().applied()).isEqualTo(transactional ? 0 : 1);
            assertThat(error.statement().index()).isEqualTo(2);
        }
        closeProxy();
        try (MigrationManager manager = open()) {
            assertThat(problems(manager.status().problems()))
                    .isEqualTo(transactional ? List.of() : List.of("FAILED V1__a.sql"));
        }
    }

    @Test
    void theSameOnTheWayDown() throws Exception {
        writeOneStatementEach();
        try (MigrationManager manager = open()) {
            manager.upgrade();
        }
        try (MigrationManager manager = openThroughProxy("U3__c.sql", Moment.BEFORE_THE_ANSWER_ARRIVES)) {
            DatabaseAccessException error =
                    catchThrowableOfType(DatabaseAccessException.class, () -> manager.downgrade(Target.parse("-2")));

            assertThat(error).hasMessageContaining("after V3__c.sql, which is done and recorded");
            assertThat(error.completed())
                    .hasValueSatisfying(run -> assertThat(run.to()).hasToString("Optional[2]"));
        }
        closeProxy();
        assertThat(database().column("SELECT id FROM a")).containsExactly("2");
        assertEndsWell();
    }

    /** As when a proxy stands before a dead server: six times the time for a connection. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aReadingThatIsNeverAnsweredEnds() {
        writeOneStatementEach();
        try (MigrationManager manager = open()) {
            manager.upgrade();
        }
        try (MigrationManager manager =
                openThroughProxyAtOnce(provider().info().historyTable(), Moment.AND_NOTHING_COMES_BACK)) {
            DatabaseAccessException error = catchThrowableOfType(DatabaseAccessException.class, manager::status);

            assertThat(error).hasMessageContaining("not answered for 6.0 s");
            assertThat(error.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            // it was that connection, not the server
            assertThat(manager.status().upToDate()).isTrue();
        }
        closeProxy();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLockThatIsNeverAnsweredEnds() throws Exception {
        writeOneStatementEach();
        String asked = product().kind() == DatabaseKind.POSTGRESQL ? "pg_try_advisory_xact_lock" : "GET_LOCK(";
        try (MigrationManager manager = openThroughProxyAtOnce(asked, Moment.AND_NOTHING_COMES_BACK)) {
            DatabaseAccessException error = catchThrowableOfType(DatabaseAccessException.class, manager::upgrade);

            assertThat(error.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
        }
        closeProxy();
        assertEndsWell();
    }

    @Test
    void aSessionThatIsEndedInTheMiddleOfAStatementLeavesNothing() throws Exception {
        writeOneStatementEach();
        files().put("V3__c.sql", "INSERT INTO a (id) VALUES (3);\n" + suicide());
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);

            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThat(error.script()).isEqualTo("V3__c.sql");
            assertThat(error.statement().index()).isEqualTo(2);
            assertThat(error.nextStep()).contains("run the same command again");
            assertThat(manager.status().problems()).isEmpty();
        }
        assertThat(database().column("SELECT id FROM a")).containsExactly("2");
        files().put("V3__c.sql", "INSERT INTO a (id) VALUES (3);\n");
        assertEndsWell();
    }
}
