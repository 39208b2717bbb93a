package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The application's pool has one connection, and waits for ever when it is lent. Everything works, or is refused with the
 * setting to change; nothing hangs. With every engine.
 */
@Timeout(60)
public abstract class PoolOfOneContract extends WorkflowContract {

    private final HikariConfig config = new HikariConfig();

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected PoolOfOneContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(0);
        // for ever
        config.setConnectionTimeout(0);
    }

    private HikariDataSource pool() {
        config.setDataSource(database().dataSource());
        return new HikariDataSource(config);
    }

    private MigrationManager open(HikariDataSource pool) {
        return open(pool, "auto");
    }

    private MigrationManager open(HikariDataSource pool, String lockType) {
        return configureWithoutDatabase()
                .dataSource(pool)
                .set(ConfigKey.CONNECT_TIMEOUT, "1s")
                .set(ConfigKey.LOCK_TYPE, lockType)
                .open();
    }

    /** On PostgreSQL the lock is a transaction, which no other work can share. */
    private boolean lockNeedsAnother() {
        return product().kind() == DatabaseKind.POSTGRESQL;
    }

    @AfterEach
    final void nothingIsInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void readingNeedsOneConnection() {
        applied(Scenario.linear());
        try (HikariDataSource pool = pool();
                MigrationManager manager = open(pool)) {
            assertThat(manager.status().current()).hasToString("Optional[3]");
            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.history()).hasSize(3);
            assertThat(MigrationHealth.of(manager).check().status()).isEqualTo(HealthStatus.UP);
            assertThat(manager.upgrade().changedAnything()).isFalse();
            manager.awaitDatabase(Duration.ZERO);
            assertThat(manager.awaitHead(Duration.ZERO).pending()).isEmpty();
        }
    }

    @Test
    void changingWorksOrNamesTheSettingOfThePool() throws SQLException {
        files().write(Scenario.linear().before());
        try (HikariDataSource pool = pool();
                MigrationManager manager = open(pool)) {
            List<ThrowingCallable> changes = List.of(
                    manager::upgrade,
                    () -> manager.downgrade(Target.parse("-1")),
                    manager::autoUpgrade,
                    () -> manager.stamp(Target.parse("2")),
                    () -> manager.repair(new RepairAction.UpdateChecksum("1")));
            if (lockNeedsAnother()) {
                assertRefused(manager::upgrade);
                assertThat(database().tables()).isEmpty();
                try (MigrationManager other = open()) {
                    other.upgrade();
                }
                for (ThrowingCallable change : List.of(changes.get(1), changes.get(3), changes.get(4))) {
                    assertRefused(change);
                }
                assertThat(manager.history()).hasSize(3);
            } else {
                for (ThrowingCallable change : changes) {
                    run(change);
                }
                assertThat(manager.history()).hasSize(2);
            }
            assertThat(database().idle()).isTrue();
        }
    }

    @Test
    void withoutALockOneConnectionIsEnoughUnlessTheEngineLocksOnAnother() throws SQLException {
        files().write(Scenario.linear().before());
        boolean enginesLockNeedsAnother =
                lockNeedsAnother() && provider().info().id().equals("liquibase");
        try (HikariDataSource pool = pool();
                MigrationManager manager = open(pool, "none")) {
            if (enginesLockNeedsAnother) {
                assertThatExceptionOfType(DatabaseAccessException.class)
                        .isThrownBy(manager::upgrade)
                        .withMessageContaining("no second connection")
                        .withMessageContaining("for the engine's own lock")
                        .satisfies(e -> assertThat(e.nextStep()).contains("maximumPoolSize"));
                assertThat(manager.history()).isEmpty();
            } else {
                assertThat(manager.upgrade().executed()).hasSize(3);
                assertThat(manager.downgrade(Target.parse("-1")).executed()).hasSize(1);
            }
            assertThat(database().idle()).isTrue();
        }
    }

    private static void run(ThrowingCallable change) {
        try {
            change.call();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(ThrowingCallable change) {
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(change)
                .withMessageContaining("no second connection")
                .withMessageContaining("migration lock")
                .satisfies(e -> {
                    assertThat(e.nextStep()).contains("maximumPoolSize");
                    assertThat(e.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
                });
    }

    @Test
    void aPoolThatIsUsedUpIsNotWaitedForLongerThanConnectTimeout() throws SQLException {
        applied(Scenario.linear());
        try (HikariDataSource pool = pool();
                MigrationManager manager = open(pool);
                Connection lent = pool.getConnection()) {
            assertThat(lent.isValid(1)).isTrue();
            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(manager::status)
                    .withMessageContaining("gave no connection within 1.0 s")
                    .satisfies(e -> assertThat(e.nextStep()).contains("maximumPoolSize", "connect.timeout"));
            assertThat(MigrationHealth.of(manager).check().status()).isEqualTo(HealthStatus.UNREACHABLE);
        }
    }
}
