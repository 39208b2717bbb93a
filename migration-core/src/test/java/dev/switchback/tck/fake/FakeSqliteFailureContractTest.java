package dev.switchback.tck.fake;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteFailureContractTest extends FailureContract {
    FakeSqliteFailureContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
