package dev.switchback.liquibase;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TagContract;

final class LiquibaseSqliteTagContractTest extends TagContract {
    LiquibaseSqliteTagContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
