package dev.switchback.flyway;

import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteEngineProviderContractTest extends EngineProviderContract {
    FlywaySqliteEngineProviderContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
