package dev.switchback.tck.fake;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.UpgradeContract;

final class FakeSqliteUpgradeContractTest extends UpgradeContract {
    FakeSqliteUpgradeContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
