package dev.switchback.tck.fake;

import dev.switchback.tck.SessionContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteSessionContractTest extends SessionContract {
    FakeSqliteSessionContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
