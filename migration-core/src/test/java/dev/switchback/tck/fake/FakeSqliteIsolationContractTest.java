package dev.switchback.tck.fake;

import dev.switchback.tck.IsolationContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteIsolationContractTest extends IsolationContract {
    FakeSqliteIsolationContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
