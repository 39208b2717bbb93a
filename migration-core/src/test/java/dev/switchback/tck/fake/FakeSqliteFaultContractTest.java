package dev.switchback.tck.fake;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteFaultContractTest extends FaultContract {
    FakeSqliteFaultContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
