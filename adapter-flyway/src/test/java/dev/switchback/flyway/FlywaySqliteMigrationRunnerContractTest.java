package dev.switchback.flyway;

import dev.switchback.tck.MigrationRunnerContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteMigrationRunnerContractTest extends MigrationRunnerContract {
    FlywaySqliteMigrationRunnerContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
