package dev.switchback.tck.fake;

import dev.switchback.tck.JournalContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteJournalContractTest extends JournalContract {
    FakeSqliteJournalContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
