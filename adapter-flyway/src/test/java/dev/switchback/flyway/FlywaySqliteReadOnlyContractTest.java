package dev.switchback.flyway;

import dev.switchback.tck.ReadOnlyContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteReadOnlyContractTest extends ReadOnlyContract {
    FlywaySqliteReadOnlyContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
