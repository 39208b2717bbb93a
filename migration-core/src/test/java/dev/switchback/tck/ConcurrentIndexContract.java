package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements of PostgreSQL that refuse a transaction, above all the one that waits for everybody else's. */
@Timeout(120)
public abstract class ConcurrentIndexContract extends WorkflowContract {

    private static final String BUILD = "CREATE INDEX CONCURRENTLY t1_name ON t1 (name);\n";

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected ConcurrentIndexContract(EngineProvider provider) {
        super(provider, new PostgresqlDatabase());
    }

    private List<String> indexes() throws SQLException {
        return database()
                .column("SELECT relname || ' ' || indisvalid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
                        + " WHERE relname LIKE 't1\\_%' AND NOT indisprimary ORDER BY 1");
    }

    @Test
    void runsWithoutAnySettingAndIsRevertedTheSameWay() throws SQLException {
        files().write(Scenario.linear(1).before());
        files().put("V2__index.sql", BUILD).put("U2__index.sql", "DROP INDEX CONCURRENTLY t1_name;\n");
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            assertThat(indexes()).containsExactly("t1_name true");
            assertThat(labels(manager.downgrade(Target.parse("-1")))).containsExactly("2");
            assertThat(indexes()).isEmpty();
            assertThat(manager.check().problems()).isEmpty();
        }
    }

    @Test
    void otherStatementsThatRefuseATransactionRunToo() {
        files().write(Scenario.linear(1).before());
        files().put("V2__vacuum.sql", "VACUUM t1;\n");
        files().put("V3__reindex.sql", "REINDEX TABLE CONCURRENTLY t1;\n");
        files().put("V4__kind.sql", "CREATE TYPE kind AS ENUM ('a');\n");
        files().put("V5__kind.sql", "ALTER TYPE kind ADD VALUE 'b';\n");
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1", "2", "3", "4", "5");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    /** A machine that is gone sends nothing, so the server has to ask. */
    @Test
    void theServerNoticesWithinAMinuteThatTheMachineOfARunIsGone() throws SQLException {
        String now =
                "current_setting('tcp_keepalives_idle') || ' ' || current_setting('tcp_keepalives_interval') || ' '"
                        + " || current_setting('tcp_keepalives_count') || ' ' || current_setting('tcp_user_timeout')";
        files().put(
                        "V1__a.sql",
                        "CREATE TABLE seen (n INTEGER, limits TEXT);\nINSERT INTO seen SELECT 1, " + now + ";\n")
                .put(
                        "V2__b.sql",
                        "-- switchback: transaction=off\nINSERT INTO seen SELECT 2, " + now
                                + ";\nCREATE INDEX CONCURRENTLY seen_n ON seen (n);\n");
        try (MigrationManager manager = open()) {
            manager.upgrade();
        }
        assertThat(database().column("SELECT n || ': ' || limits FROM seen ORDER BY n"))
                .containsExactly("1: 30 10 3 60000", "2: 30 10 3 60000");
    }

    @Test
    void doesNotHangWhileOthersWaitForTheLockAndEveryStarterEndsWell() throws Exception {
        files().write(Scenario.linear(1).before());
        files().put("V2__index.sql", BUILD);
        ExecutorService starters = Executors.newFixedThreadPool(4);
        try {
            List<Future<RunResult>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(starters.submit(() -> {
                    try (MigrationManager manager = open()) {
                        return manager.upgrade();
                    }
                }));
            }
            int applied = 0;
            for (Future<RunResult> result : results) {
                applied += result.get(60, TimeUnit.SECONDS).executed().size();
            }
            assertThat(applied).isEqualTo(2);
            assertThat(indexes()).containsExactly("t1_name true");
        } finally {
            starters.shutdownNow();
        }
    }

    @Test
    void waitsForAnOldTransactionAndNamesIt() throws Exception {
        applied(Scenario.linear(1));
        files().put("V2__index.sql", BUILD);
        CountDownLatch blocked = new CountDownLatch(1);
        try (Connection old = database().connection();
                MigrationManager manager = configure()
                        .listener(event -> {
                            if (event instanceof MigrationEvent.StatementBlocked) {
                                blocked.countDown();
                            }
                        })
                        .open()) {
            write(old);
            Thread ender = new Thread(() -> {
                try {
                    blocked.await();
                    old.rollback();
                } catch (InterruptedException | SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            ender.start();
            assertThat(labels(manager.upgrade())).containsExactly("2");
            ender.join();
            assertThat(indexes()).containsExactly("t1_name true");
        }
    }

    private static void write(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO t1 (id, name) VALUES (7, 'not committed')");
        }
    }

    @Test
    void anIndexThatAFailureLeftInvalidIsNamedAndNotBuiltUponAgain() throws SQLException {
        applied(Scenario.linear(1));
        database().execute("INSERT INTO t1 (id, name) SELECT 2, name FROM t1 WHERE id = 1");
        files().put("V2__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t1_name ON t1 (name);\n");
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.databaseState()).isEqualTo(DatabaseState.PARTIAL);
            assertThat(error.nextStep()).contains("DROP INDEX CONCURRENTLY public.t1_name;");
            assertThat(indexes()).containsExactly("t1_name false");
            assertThat(history(manager)).hasSize(1);

            database().execute("DELETE FROM t1 WHERE id = 2");
            refusesBecauseOf("public.t1_name");
            database().execute("DROP INDEX CONCURRENTLY public.t1_name");
            assertThat(labels(manager.upgrade())).containsExactly("2");
            assertThat(indexes()).containsExactly("t1_name true");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    private void refusesBecauseOf(String index) throws SQLException {
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            HistoryMismatchException refused = catchThrowableOfType(HistoryMismatchException.class, manager::upgrade);
            assertThat(problems(refused.problems())).containsExactly("INVALID_INDEX V2__index.sql");
            assertThat(refused).hasMessageStartingWith("the database is not ready for these migrations (1):");
            assertThat(refused.problems().get(0).nextStep()).contains("DROP INDEX CONCURRENTLY " + index);
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void dropsAnInvalidIndexWithoutComplaint() throws SQLException {
        applied(Scenario.linear(1));
        database().execute("INSERT INTO t1 (id, name) SELECT 2, name FROM t1 WHERE id = 1");
        files().put("V2__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY t1_name ON t1 (name);\n");
        try (MigrationManager manager = open()) {
            assertThat(catchThrowableOfType(MigrationFailedException.class, manager::upgrade))
                    .isNotNull();
            files().put("V2__index.sql", "DROP INDEX CONCURRENTLY t1_name;\n");
            assertThat(labels(manager.upgrade())).containsExactly("2");
            assertThat(indexes()).isEmpty();
        }
    }
}
