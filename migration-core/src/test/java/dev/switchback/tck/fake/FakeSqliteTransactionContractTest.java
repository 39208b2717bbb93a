package dev.switchback.tck.fake;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TransactionContract;

final class FakeSqliteTransactionContractTest extends TransactionContract {
    FakeSqliteTransactionContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
