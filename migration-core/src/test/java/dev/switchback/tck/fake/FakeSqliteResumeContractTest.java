package dev.switchback.tck.fake;

import dev.switchback.tck.ResumeContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteResumeContractTest extends ResumeContract {
    FakeSqliteResumeContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
