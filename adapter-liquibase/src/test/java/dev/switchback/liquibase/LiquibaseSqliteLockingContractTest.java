package dev.switchback.liquibase;

import dev.switchback.tck.LockingContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteLockingContractTest extends LockingContract {
    LiquibaseSqliteLockingContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
