package dev.switchback.tck.fake;

import dev.switchback.tck.ProblemsContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteProblemsContractTest extends ProblemsContract {
    FakeSqliteProblemsContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
