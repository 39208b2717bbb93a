package dev.switchback.liquibase;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TransactionContract;

final class LiquibaseSqliteTransactionContractTest extends TransactionContract {
    LiquibaseSqliteTransactionContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
