package dev.switchback.flyway;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteDowngradeContractTest extends DowngradeContract {
    FlywaySqliteDowngradeContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
