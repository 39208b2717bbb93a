package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The session in which migrations run: what it is set to, what is put back, and how long it waits. With every engine. */
@Timeout(120)
public abstract class SessionContract extends WorkflowContract {

    /** Longer than anybody waits, on MariaDB and MySQL. */
    private static final String LONG_COUNT = "SELECT COUNT(*) FROM information_schema.collations a,"
            + " information_schema.collations b, information_schema.collations c, information_schema.collations d,"
            + " information_schema.collations e";

    private static final String ADD_COLUMN = "ALTER TABLE t1 ADD COLUMN extra INTEGER;\n";

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected SessionContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private boolean is(DatabaseKind kind) {
        return product().kind() == kind;
    }

    /** A script that leaves its session as no other script wants to find it. */
    private String untidy() {
        return switch (product().kind()) {
            case SQLITE -> """
                    -- switchback: transaction=off
                    PRAGMA foreign_keys = ON;
                    PRAGMA legacy_alter_table = ON;
                    PRAGMA ignore_check_constraints = ON;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA synchronous = EXTRA;
                    PRAGMA journal_mode = MEMORY;
                    PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA secure_delete = ON;
                    PRAGMA reverse_unordered_selects = ON;
                    CREATE TABLE here (id INTEGER);
                    """;
            case H2 -> "CREATE SCHEMA elsewhere;\nSET SCHEMA elsewhere;\nCREATE TABLE there (id INTEGER);\n";
            case POSTGRESQL -> """
                    CREATE SCHEMA elsewhere;
                    SELECT pg_catalog.set_config('search_path', '', false);
                    SET check_function_bodies = false;
                    SET statement_timeout = 1234567;
                    SET row_security = off;
                    CREATE TABLE elsewhere.there (id INTEGER);
                    """;
            case MARIADB, MYSQL -> """
                    SET SESSION sql_mode = 'ANSI_QUOTES', SESSION foreign_key_checks = 0, SESSION time_zone = '+05:00';
                    SET SESSION auto_increment_increment = 5, SESSION auto_increment_offset = 2,
                        SESSION group_concat_max_len = 7, SESSION div_precision_increment = 9,
                        SESSION sql_select_limit = 1, SESSION sql_safe_updates = 1, SESSION default_storage_engine = MyISAM,
                        SESSION lc_time_names = 'de_DE', SESSION default_week_format = 3, SESSION wait_timeout = 1000;
                    SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE;
                    USE information_schema;
                    """;
        };
    }

    private List<String> session(Connection connection) throws SQLException {
        return switch (product().kind()) {
            case SQLITE ->
                row(
                        connection,
                        "SELECT foreign_keys, legacy_alter_table, ignore_check_constraints, recursive_triggers, timeout,"
                                + " synchronous, journal_mode, locking_mode, secure_delete, reverse_unordered_selects"
                                + " FROM pragma_foreign_keys, pragma_legacy_alter_table, pragma_ignore_check_constraints,"
                                + " pragma_recursive_triggers, pragma_busy_timeout, pragma_synchronous,"
                                + " pragma_journal_mode, pragma_locking_mode, pragma_secure_delete,"
                                + " pragma_reverse_unordered_selects");
            case H2 -> row(connection, "SELECT CURRENT_SCHEMA, LOCK_TIMEOUT()");
            case POSTGRESQL ->
                row(
                        connection,
                        "SELECT current_setting('search_path'), current_setting('check_function_bodies'),"
                                + " current_setting('statement_timeout'), current_setting('row_security'),"
                                + " current_setting('lock_timeout'), current_setting('role'), current_user");
            case MARIADB, MYSQL ->
                row(
                        connection,
                        "SELECT @@sql_mode, @@foreign_key_checks, @@time_zone, DATABASE(), @@lock_wait_timeout,"
                                + " @@auto_increment_increment, @@auto_increment_offset, @@group_concat_max_len,"
                                + " @@div_precision_increment, @@sql_select_limit, @@sql_safe_updates,"
                                + " @@default_storage_engine, @@lc_time_names, @@default_week_format, @@wait_timeout, @@"
                                + isolation());
        };
    }

    /** MySQL knows the new name only, older releases of MariaDB the old one. */
    private String isolation() {
        return is(DatabaseKind.MYSQL) ? "transaction_isolation" : "tx_isolation";
    }

    private static List<String> row(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                values.add(String.valueOf(result.getString(i)));
            }
            return values;
        }
    }

    @Test
    void whatAScriptSetsDoesNotReachTheNextOne() throws SQLException {
        files().put("V1__untidy.sql", untidy());
        files().put("V2__create_t2.sql", "CREATE TABLE t2 (id INTEGER);\n");
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            assertThat(history(manager)).hasSize(2);
        }
        assertThat(database().column("SELECT COUNT(*) FROM t2"))
                .as("t2 is where a connection of its own looks for it")
                .containsExactly("0");
    }

    @Test
    void theCallersPoolGetsItsConnectionsBackAsTheyWere() throws SQLException {
        files().put("V1__untidy.sql", untidy());
        files().put("U1__untidy.sql", "CREATE TABLE t2 (id INTEGER);\n");
        HikariConfig config = new HikariConfig();
        config.setDataSource(database().dataSource());
        config.setMaximumPoolSize(3);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            List<String> before;
            try (Connection connection = pool.getConnection()) {
                before = session(connection);
            }
            try (MigrationManager manager =
                    configureWithoutDatabase().dataSource(pool).open()) {
                manager.upgrade();
                manager.downgrade(Target.base());
                assertThat(manager.check().pending()).hasSize(1);
            }
            try (Connection one = pool.getConnection();
                    Connection two = pool.getConnection();
                    Connection three = pool.getConnection()) {
                for (Connection connection : List.of(one, two, three)) {
                    assertThat(session(connection)).isEqualTo(before);
                    assertThat(connection.getAutoCommit()).isTrue();
                }
            }
        }
    }

    @Test
    void theHistoryTableCanBeInAnotherSchema() throws SQLException {
        files().write(Scenario.linear().before());
        if (!product().can(DatabaseAbility.SCHEMAS)) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() ->
                            configure().set(ConfigKey.HISTORY_SCHEMA, "other").open())
                    .satisfies(e -> assertThat(e.key()).isEqualTo("history-schema"));
            return;
        }
        String other = database().createSchema();
        try (MigrationManager manager =
                configure().set(ConfigKey.HISTORY_SCHEMA, other).open()) {
            manager.upgrade();
            manager.downgrade(Target.parse("-1"));
            assertThat(history(manager)).hasSize(2);
            assertThat(manager.check().problems()).isEmpty();
            assertThat(labels(manager.upgrade())).containsExactly("3");
        }
        assertThat(database().column("SELECT name FROM t3")).containsExactly("one; of t3");
        assertThat(database()
                        .column("SELECT LOWER(TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = '" + other
                                + "' AND LOWER(TABLE_NAME) LIKE '%" + (isFlyway() ? "history" : "changelog") + "'"))
                .containsExactly(provider().info().historyTable().toLowerCase(Locale.ROOT));
    }

    /** Flyway would make it, and try for more than a minute and a half where it may not. */
    @Test
    void aSchemaForTheHistoryThatIsNotThereIsSaidAtOnce() throws SQLException {
        if (!is(DatabaseKind.POSTGRESQL)) {
            return;
        }
        files().write(Scenario.linear().before());
        database().createOwnerRole();
        try (MigrationManager manager =
                configure().set(ConfigKey.HISTORY_SCHEMA, "Nowhere").open()) {
            long start = System.nanoTime();
            DatabaseAccessException error = catchThrowableOfType(DatabaseAccessException.class, manager::upgrade);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(error).hasMessageContaining("the schema \"Nowhere\"");
            assertThat(error.nextStep()).contains("CREATE SCHEMA \"Nowhere\"");
        }
    }

    private boolean isFlyway() {
        return !provider().info().historyTable().equalsIgnoreCase("databasechangelog");
    }

    @Test
    void everythingIsDoneInTheRole() throws SQLException {
        files().write(Scenario.linear().before());
        if (!product().can(DatabaseAbility.SERVER)) {
            assertThatExceptionOfType(SwitchbackException.class)
                    .isThrownBy(() -> configure().set(ConfigKey.ROLE, "owner").open())
                    .withMessageContaining("role");
            return;
        }
        String role = database().createOwnerRole();
        try (MigrationManager manager = configure().set(ConfigKey.ROLE, role).open()) {
            assertThat(manager.history()).isEmpty();
            assertThat(labels(manager.upgrade())).containsExactly("1", "2", "3");
            assertThat(labels(manager.downgrade(Target.parse("-1")))).containsExactly("3");
            assertThat(manager.check().problems()).isEmpty();
        }
        if (is(DatabaseKind.POSTGRESQL)) {
            assertThat(database().column("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                    .containsExactly(role);
        }
    }

    /** The role may make tables, and the user of the run may write the history. */
    @Test
    void aScriptMayEndInAnotherRole() throws SQLException {
        if (!is(DatabaseKind.POSTGRESQL)) {
            return;
        }
        applied(Scenario.linear(1));
        String role = database().createOwnerRole();
        files().put("V2__role.sql", "SET ROLE " + role + ";\nCREATE TABLE a (id INTEGER);\n");
        files().put("V3__local.sql", "SET LOCAL ROLE " + role + ";\nCREATE TABLE b (id INTEGER);\n");
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("2", "3");
            assertThat(manager.history()).hasSize(3);
        }
    }

    @Test
    void aMigrationThatMeetsALockIsRolledBackTriedAgainAndThenGivesUpAndNamesWhoHoldsIt() throws SQLException {
        applied(Scenario.linear(1));
        files().put("V2__extra.sql", ADD_COLUMN);
        try (Blocker blocker = new Blocker();
                MigrationManager manager = impatient(blocker)) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThat(error.nextStep()).contains("ddl.lock-timeout");
            if (!is(DatabaseKind.SQLITE)) {
                // SQLite knows no sessions
                assertThat(error.blockers()).isNotEmpty();
                assertThat(error.blockers())
                        .as("a waiter does not keep itself waiting")
                        .noneMatch(who -> who.contains("ALTER TABLE"))
                        .as("a value in the statement of somebody else may be a secret")
                        .noneMatch(who -> who.contains("not committed"));
                assertThat(error.getMessage())
                        .contains("blocked by")
                        .contains(error.blockers().get(0));
                assertThat(events()).hasAtLeastOneElementOfType(MigrationEvent.StatementBlocked.class);
            }
            assertThat(events())
                    .filteredOn(MigrationEvent.MigrationRetried.class::isInstance)
                    .hasSize(1);
            blocker.giveUp();
            assertThat(labels(manager.upgrade())).containsExactly("2");
        }
    }

    /** Twice as long as it takes until the first look, beside somebody who reads and a session that only stands by. */
    @Test
    void aStatementThatMerelyRunsWaitsForNobody() throws SQLException {
        String slow = switch (product().kind()) {
            case POSTGRESQL -> "CREATE TABLE b AS SELECT 1 AS x FROM pg_sleep(1.5);\n";
            case MARIADB, MYSQL -> "CREATE TABLE b (x INT);\nINSERT INTO b SELECT SLEEP(1.5);\n";
            case H2 -> "CREATE ALIAS SLOWLY FOR 'java.lang.Thread.sleep(long)';\nCALL SLOWLY(1500);\n";
            case SQLITE -> "CREATE TABLE b (x INT);\n";
        };
        files().put("V1__slow.sql", slow);
        try (Connection idle = database().connection();
                MigrationManager manager = configure()
                        .set(ConfigKey.DDL_LOCK_TIMEOUT, "1s")
                        .listener(this::record)
                        .open()) {
            idle.createStatement().execute("SELECT 1");
            assertThat(labels(manager.upgrade())).containsExactly("1");
            assertThat(events()).doesNotHaveAnyElementsOfTypes(MigrationEvent.StatementBlocked.class);
        }
    }

    @Test
    void aLockThatIsGivenUpInTimeIsNoFailure() throws Exception {
        applied(Scenario.linear(1));
        files().put("V2__extra.sql", ADD_COLUMN);
        CountDownLatch retried = new CountDownLatch(1);
        try (Blocker blocker = new Blocker();
                MigrationManager manager = configure()
                        .set(ConfigKey.DDL_LOCK_TIMEOUT, "400ms")
                        .set(ConfigKey.DDL_RETRIES, "20")
                        .listener(event -> {
                            blocker.on(event);
                            if (event instanceof MigrationEvent.MigrationRetried) {
                                retried.countDown();
                            }
                        })
                        .open()) {
            Thread giver = new Thread(() -> {
                try {
                    retried.await();
                    blocker.giveUp();
                } catch (InterruptedException | SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            giver.start();
            assertThat(labels(manager.upgrade())).containsExactly("2");
            giver.join();
            assertThat(manager.check().ok()).isTrue();
        }
    }

    private MigrationManager impatient(Blocker blocker) {
        return configure()
                .set(ConfigKey.DDL_LOCK_TIMEOUT, "1s")
                .set(ConfigKey.DDL_RETRIES, "1")
                .listener(event -> {
                    record(event);
                    blocker.on(event);
                })
                .open();
    }

    /**
     * Somebody who touches t1 in the moment in which the migration begins, and stays in the middle of that transaction.
     * Not before: on SQLite who writes anything holds up every other writer, our preparations too.
     */
    private final class Blocker implements AutoCloseable {
        private final Connection connection;
        private boolean began;

        Blocker() throws SQLException {
            connection = database().connection();
            connection.setAutoCommit(false);
        }

        void on(MigrationEvent event) {
            if (event instanceof MigrationEvent.MigrationStarted && !began) {
                began = true;
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO t1 (id, name) VALUES (99, 'not committed')");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        void giveUp() throws SQLException {
            connection.rollback();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    @Test
    void aStatementMayBeGivenALimit() throws SQLException {
        String slow = switch (product().kind()) {
            case POSTGRESQL -> "SELECT pg_sleep(20);\n";
            // no query, and not SLEEP(), which on MySQL only wakes up when it is canceled
            case MARIADB, MYSQL -> "SET @n = (" + LONG_COUNT + ");\n";
            default -> "SELECT SUM(a.x + b.x) FROM SYSTEM_RANGE(1, 100000) a, SYSTEM_RANGE(1, 100000) b;\n";
        };
        files().put("V1__slow.sql", slow);
        if (is(DatabaseKind.SQLITE)) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> configure()
                            .set(ConfigKey.STATEMENT_TIMEOUT, "500ms")
                            .open())
                    .satisfies(e -> assertThat(e.key()).isEqualTo("statement-timeout"));
            return;
        }
        try (MigrationManager manager =
                configure().set(ConfigKey.STATEMENT_TIMEOUT, "500ms").open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(error.nextStep()).contains("statement-timeout");
            assertThat(manager.history()).isEmpty();
        }
    }

    @Test
    void aRunInTheMiddleOfAStatementEndsWhenItIsAsked() throws Exception {
        String endless = switch (product().kind()) {
            case POSTGRESQL -> "SELECT pg_sleep(60);\n";
            case MARIADB, MYSQL -> LONG_COUNT + ";\n";
            case SQLITE ->
                "CREATE TABLE c AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000000000)"
                        + " SELECT count(*) AS k FROM n;\n";
            case H2 -> "SELECT SUM(a.x + b.x) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b;\n";
        };
        files().put("V1__endless.sql", endless);
        CountDownLatch running = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (MigrationManager manager = configure()
                .listener(event -> {
                    if (event instanceof MigrationEvent.StatementStarted) {
                        running.countDown();
                    }
                })
                .open()) {
            assertThat(manager.stop()).as("nothing is under way").isFalse();
            Future<MigrationFailedException> run =
                    other.submit(() -> catchThrowableOfType(MigrationFailedException.class, manager::upgrade));
            assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
            // asked until the statement has really begun
            MigrationFailedException error = null;
            for (int i = 0; i < 100 && error == null; i++) {
                manager.stop();
                try {
                    error = run.get(200, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // not yet
                }
            }
            assertThat(Objects.requireNonNull(error, "it went on").code()).isEqualTo(ErrorCode.FAILED_CLEAN);
        } finally {
            other.shutdownNow();
        }
        try (MigrationManager manager = open()) {
            assertThat(manager.history()).isEmpty();
            assertThat(manager.lockStatus().held()).isFalse();
        }
    }
}
