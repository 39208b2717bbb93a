package dev.switchback.flyway;

import dev.switchback.tck.SessionContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteSessionContractTest extends SessionContract {
    FlywaySqliteSessionContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
