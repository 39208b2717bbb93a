package dev.switchback.liquibase;

import dev.switchback.tck.IsolationContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteIsolationContractTest extends IsolationContract {
    LiquibaseSqliteIsolationContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
