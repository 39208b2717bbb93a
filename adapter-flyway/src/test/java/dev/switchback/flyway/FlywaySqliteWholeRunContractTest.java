package dev.switchback.flyway;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.WholeRunContract;

final class FlywaySqliteWholeRunContractTest extends WholeRunContract {
    FlywaySqliteWholeRunContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
