package dev.switchback.tck.fake;

import dev.switchback.tck.MigrationRunnerContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteMigrationRunnerContractTest extends MigrationRunnerContract {
    FakeSqliteMigrationRunnerContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
