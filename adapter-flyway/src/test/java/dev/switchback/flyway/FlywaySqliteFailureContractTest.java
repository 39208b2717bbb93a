package dev.switchback.flyway;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteFailureContractTest extends FailureContract {
    FlywaySqliteFailureContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
