package dev.switchback.flyway;

import dev.switchback.tck.IsolationContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteIsolationContractTest extends IsolationContract {
    FlywaySqliteIsolationContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
