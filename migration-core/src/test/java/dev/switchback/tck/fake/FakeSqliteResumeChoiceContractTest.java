package dev.switchback.tck.fake;

import dev.switchback.tck.ResumeChoiceContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteResumeChoiceContractTest extends ResumeChoiceContract {
    FakeSqliteResumeChoiceContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
