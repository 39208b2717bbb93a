package dev.switchback.liquibase;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteFailureContractTest extends FailureContract {
    LiquibaseSqliteFailureContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
