package dev.switchback.liquibase;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteDowngradeContractTest extends DowngradeContract {
    LiquibaseSqliteDowngradeContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
