package dev.switchback.flyway;

import dev.switchback.tck.LockTypeContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteLockTypeContractTest extends LockTypeContract {
    FlywaySqliteLockTypeContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
