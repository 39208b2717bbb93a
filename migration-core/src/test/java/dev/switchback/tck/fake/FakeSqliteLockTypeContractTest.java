package dev.switchback.tck.fake;

import dev.switchback.tck.LockTypeContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteLockTypeContractTest extends LockTypeContract {
    FakeSqliteLockTypeContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
