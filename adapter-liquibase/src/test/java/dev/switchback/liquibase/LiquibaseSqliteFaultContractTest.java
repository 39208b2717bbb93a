package dev.switchback.liquibase;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteFaultContractTest extends FaultContract {
    LiquibaseSqliteFaultContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
