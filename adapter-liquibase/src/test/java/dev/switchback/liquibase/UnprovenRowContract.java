package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.EngineLock;
import dev.switchback.tck.Scenario;
import dev.switchback.tck.TestDatabase;
import dev.switchback.tck.WorkflowContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A row of ours under {@code lock.type=none}: nothing proves that the run that wrote it is dead. */
abstract class UnprovenRowContract extends WorkflowContract {

    UnprovenRowContract(TestDatabase product) {
        super(new LiquibaseEngineProvider(), product);
    }

    private List<String> locked() throws SQLException {
        return database().column("SELECT LOCKEDBY FROM DATABASECHANGELOGLOCK WHERE ID = 1 AND LOCKED = " + yes());
    }

    private String yes() {
        return switch (product().kind()) {
            case POSTGRESQL, H2 -> "TRUE";
            case SQLITE, MARIADB, MYSQL -> "1";
        };
    }

    private void writeRow() throws SQLException {
        database()
                .execute("UPDATE DATABASECHANGELOGLOCK SET LOCKED = " + yes()
                        + ", LOCKEDBY = 'switchback 4711@web-1', LOCKGRANTED = CURRENT_TIMESTAMP WHERE ID = 1");
    }

    /** The first of three migrations is applied. */
    private void begun() {
        files().write(Scenario.linear(1).before());
        try (MigrationManager manager = configure().open()) {
            assertThat(manager.upgrade().changedAnything()).isTrue();
        }
        files().write(Scenario.linear(3).before());
    }

    @Test
    void aRowOfOursIsWaitedForAndNotClearedByItself() throws Exception {
        begun();
        writeRow();
        String before = database().snapshot();
        List<MigrationEvent> heard = new ArrayList<>();
        try (MigrationManager manager = configure()
                .listener(heard::add)
                .set(ConfigKey.LOCK_TYPE, "none")
                .set(ConfigKey.LOCK_TIMEOUT, "400ms")
                .open()) {
            assertThat(manager.lockStatus().holders())
                    .extracting(LockHolder::kind, LockHolder::name)
                    .containsExactly(tuple(LockHolder.Kind.ENGINE, "Switchback (pid 4711 on web-1)"));
            MigrationLockException refused = catchThrowableOfType(MigrationLockException.class, manager::upgrade);
            assertThat(refused)
                    .hasMessageContaining("the engine's own lock is held by Switchback (pid 4711 on web-1), since 2");
            LockHolder holder = refused.holder().orElseThrow();
            assertThat(refused.nextStep())
                    .contains("if that process is dead, free its lock: "
                            + holder.release().orElseThrow());
            assertThat(database().snapshot()).isEqualTo(before);

            heard.clear();
            assertThat(manager.releaseEngineLock().holders())
                    .extracting(LockHolder::name)
                    .containsExactly("Switchback (pid 4711 on web-1)");
            assertThat(heard).singleElement().isInstanceOf(MigrationEvent.LockSkipped.class);
            assertThat(manager.upgrade().executed()).hasSize(2);
            assertThat(locked()).isEmpty();
        }
    }

    @Test
    void aRowOfOursThatIsInTheWayIsStillThereAfterwards() throws Exception {
        begun();
        LiquibaseEngineLock lock = new LiquibaseEngineLock(
                new HistoryTable(product().kind(), Optional.empty(), LiquibaseEngineProvider.HISTORY_TABLE));
        try (Connection keeper = database().connection()) {
            EngineLock.Place place = lock.unproven().in(keeper);
            writeRow();
            keeper.setAutoCommit(product().kind() != DatabaseKind.POSTGRESQL);
            assertThat(place.tryTake(keeper, shared(), "switchback 1@here")).isFalse();
            assertThat(locked()).containsExactly("switchback 4711@web-1");
        }
    }

    /** Whether the connection that does the work keeps the lock as well. */
    private boolean shared() {
        return product().kind() == DatabaseKind.SQLITE;
    }
}
