package dev.switchback.flyway;

import dev.switchback.tck.LargeScriptContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteLargeScriptContractTest extends LargeScriptContract {
    FlywaySqliteLargeScriptContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
