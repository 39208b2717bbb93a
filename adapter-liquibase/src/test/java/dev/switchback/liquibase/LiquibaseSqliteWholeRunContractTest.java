package dev.switchback.liquibase;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.WholeRunContract;

final class LiquibaseSqliteWholeRunContractTest extends WholeRunContract {
    LiquibaseSqliteWholeRunContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
