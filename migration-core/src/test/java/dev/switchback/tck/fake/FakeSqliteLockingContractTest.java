package dev.switchback.tck.fake;

import dev.switchback.tck.LockingContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteLockingContractTest extends LockingContract {
    FakeSqliteLockingContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
