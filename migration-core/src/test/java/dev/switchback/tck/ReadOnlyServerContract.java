package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The database can only be read: reading works, an upgrade with nothing to do succeeds, and what would write is refused
 * before the first migration. With every engine.
 */
public abstract class ReadOnlyServerContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected ReadOnlyServerContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** From now on nobody writes; returns how to connect. */
    private Switchback.Builder makeReadOnly() throws SQLException {
        return switch (product().kind()) {
            case SQLITE -> configureWithoutDatabase().databaseUrl(database().url() + "?mode=ro");
            case H2 -> {
                // orderly, so that everything is in the file
                administer("SHUTDOWN");
                yield configureWithoutDatabase()
                        .databaseUrl(database().url().replace("DB_CLOSE_DELAY=-1", "ACCESS_MODE_DATA=r"));
            }
            case POSTGRESQL -> {
                administer("ALTER ROLE " + database().user() + " SET default_transaction_read_only = on");
                yield configure();
            }
            case MARIADB, MYSQL -> {
                administer("SET GLOBAL read_only = 1");
                yield configure();
            }
        };
    }

    @AfterEach
    final void makeWritable() throws SQLException {
        switch (product().kind()) {
            case POSTGRESQL -> administer("ALTER ROLE " + database().user() + " RESET default_transaction_read_only");
            case MARIADB, MYSQL -> administer("SET GLOBAL read_only = 0");
            case SQLITE, H2 -> {}
        }
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = database().administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertRefused(ThrowingCallable command) {
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(command)
                .withMessageContaining("read-only")
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                    assertThat(e.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
                    assertThat(e.nextStep()).isNotBlank();
                });
    }

    @Test
    void readsAndHasNothingToUpgrade() throws SQLException {
        applied(Scenario.linear());
        try (MigrationManager manager = configure().open()) {
            assertThat(manager.status().database().readOnly()).isFalse();
        }
        try (MigrationManager manager = makeReadOnly().open()) {
            assertThat(manager.status().database().readOnly()).isTrue();
            assertThat(manager.status().current()).hasToString("Optional[3]");
            assertThat(manager.history()).hasSize(3);
            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.plan(Direction.DOWN, Target.base()).steps()).hasSize(3);
            assertThat(MigrationHealth.of(manager).check().status()).isEqualTo(HealthStatus.UP);
            assertThat(manager.upgrade().changedAnything()).isFalse();
            assertThat(manager.autoUpgrade().upgraded()).isFalse();
        }
    }

    @Test
    void refusesWhatWouldWriteBeforeTheFirstMigration() throws SQLException {
        applied(Scenario.linear());
        files().write(Scenario.linear(4).before());
        int before = events().size();
        try (MigrationManager manager = makeReadOnly().open()) {
            assertThat(manager.status().pending()).hasSize(1);
            assertRefused(manager::upgrade);
            assertRefused(manager::autoUpgrade);
            assertRefused(() -> manager.downgrade(Target.parse("-1")));
            assertRefused(() -> manager.stamp(Target.parse("2")));
        }
        assertThat(events().subList(before, events().size()))
                .noneMatch(MigrationEvent.MigrationStarted.class::isInstance);
        makeWritable();
        try (MigrationManager manager = open()) {
            assertThat(manager.history()).hasSize(3);
        }
    }

    @Test
    void refusesToBeginAHistory() throws SQLException {
        files().write(Scenario.linear().before());
        database().execute("CREATE TABLE other (id INTEGER PRIMARY KEY)");
        try (MigrationManager manager =
                makeReadOnly().set(ConfigKey.ALLOW_NON_EMPTY, "true").open()) {
            assertThat(manager.status().pending()).hasSize(3);
            assertRefused(manager::upgrade);
            assertRefused(() -> manager.stamp(Target.head()));
        }
        makeWritable();
        assertThat(database().tables()).containsExactly("other");
    }

    @Test
    void refusesARepair() throws SQLException {
        applied(Scenario.changedAfterApply());
        files().write(Scenario.changedAfterApply().after());
        try (MigrationManager manager = makeReadOnly().open()) {
            assertRefused(() -> manager.repair(new RepairAction.UpdateChecksum("2")));
            assertThat(problems(manager.status().problems())).containsExactly("CHANGED V2__create_t2.sql");
        }
    }
}
