package dev.switchback.tck.fake;

import dev.switchback.tck.ReadOnlyContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteReadOnlyContractTest extends ReadOnlyContract {
    FakeSqliteReadOnlyContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
