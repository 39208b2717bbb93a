package dev.switchback.flyway;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TransactionContract;

final class FlywaySqliteTransactionContractTest extends TransactionContract {
    FlywaySqliteTransactionContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
