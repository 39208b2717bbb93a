package dev.switchback.flyway;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteFaultContractTest extends FaultContract {
    FlywaySqliteFaultContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
