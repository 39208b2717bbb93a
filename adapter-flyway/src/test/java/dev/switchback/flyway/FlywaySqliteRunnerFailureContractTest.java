package dev.switchback.flyway;

import dev.switchback.tck.RunnerFailureContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteRunnerFailureContractTest extends RunnerFailureContract {
    FlywaySqliteRunnerFailureContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
