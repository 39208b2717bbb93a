package dev.switchback.flyway;

import dev.switchback.tck.ReadOnlyServerContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteReadOnlyServerContractTest extends ReadOnlyServerContract {
    FlywaySqliteReadOnlyServerContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
