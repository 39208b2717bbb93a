package dev.switchback.liquibase;

import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteEngineProviderContractTest extends EngineProviderContract {
    LiquibaseSqliteEngineProviderContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
