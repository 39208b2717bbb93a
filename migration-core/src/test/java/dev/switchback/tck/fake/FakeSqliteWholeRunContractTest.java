package dev.switchback.tck.fake;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.WholeRunContract;

final class FakeSqliteWholeRunContractTest extends WholeRunContract {
    FakeSqliteWholeRunContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
