package dev.switchback.tck.fake;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteDowngradeContractTest extends DowngradeContract {
    FakeSqliteDowngradeContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
