package dev.switchback.flyway;

import dev.switchback.tck.PoolOfOneContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqlitePoolOfOneContractTest extends PoolOfOneContract {
    FlywaySqlitePoolOfOneContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
