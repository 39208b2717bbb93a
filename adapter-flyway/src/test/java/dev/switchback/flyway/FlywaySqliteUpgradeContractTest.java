package dev.switchback.flyway;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.UpgradeContract;

final class FlywaySqliteUpgradeContractTest extends UpgradeContract {
    FlywaySqliteUpgradeContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
