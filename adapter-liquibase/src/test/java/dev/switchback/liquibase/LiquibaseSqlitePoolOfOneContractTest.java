package dev.switchback.liquibase;

import dev.switchback.tck.PoolOfOneContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqlitePoolOfOneContractTest extends PoolOfOneContract {
    LiquibaseSqlitePoolOfOneContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
