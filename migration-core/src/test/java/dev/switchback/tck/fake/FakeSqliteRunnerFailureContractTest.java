package dev.switchback.tck.fake;

import dev.switchback.tck.RunnerFailureContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteRunnerFailureContractTest extends RunnerFailureContract {
    FakeSqliteRunnerFailureContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
