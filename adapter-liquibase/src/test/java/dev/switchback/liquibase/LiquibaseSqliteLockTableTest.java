package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.tck.Scenario;
import dev.switchback.tck.SqliteDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiquibaseSqliteLockTableTest extends LockTableContract {
    LiquibaseSqliteLockTableTest() {
        super(new SqliteDatabase());
    }

    /** One writer for the whole file: here the row has to be written, and says whose it is. */
    @Override
    List<String> leftByAKilledRun() throws SQLException {
        try (MigrationManager manager = manager()) {
            LockHolder left = manager.lockStatus().holders().get(0);
            assertThat(left.kind()).isEqualTo(LockHolder.Kind.LEFTOVER);
            return List.of(
                    "switchback " + left.pid().orElseThrow() + "@" + left.host().orElseThrow());
        }
    }

    /** Nothing can be written while somebody else writes, the row neither: that is waited for like a lock. */
    @Test
    void whoWritesIntoTheFileIsWaitedForBeforeTheFirstMigration() throws SQLException {
        files().write(Scenario.linear(1).before());
        try (MigrationManager manager = manager()) {
            manager.upgrade();
        }
        files().write(Scenario.linear(2).before());
        try (Connection other = database().connection();
                MigrationManager manager = configure()
                        .set(ConfigKey.DDL_LOCK_TIMEOUT, "100ms")
                        .set(ConfigKey.LOCK_TIMEOUT, "1s")
                        .open()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("INSERT INTO t1 (id, name) VALUES (99, 'not committed')");
            }
            MigrationLockException refused = catchThrowableOfType(MigrationLockException.class, manager::upgrade);
            assertThat(refused.holder()).isEmpty();
            other.rollback();
            assertThat(manager.upgrade().executed()).hasSize(1);
        }
        assertThat(locked()).isEmpty();
    }
}
