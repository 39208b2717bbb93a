package dev.switchback.flyway;

import dev.switchback.tck.LockingContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteLockingContractTest extends LockingContract {
    FlywaySqliteLockingContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
