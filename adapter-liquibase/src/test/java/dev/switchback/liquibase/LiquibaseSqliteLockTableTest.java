package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.LockHolder;
import dev.switchback.tck.SqliteDatabase;
import java.sql.SQLException;
import java.util.List;

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
}
