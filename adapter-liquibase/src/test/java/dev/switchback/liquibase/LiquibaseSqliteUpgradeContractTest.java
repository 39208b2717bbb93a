package dev.switchback.liquibase;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.UpgradeContract;

final class LiquibaseSqliteUpgradeContractTest extends UpgradeContract {
    LiquibaseSqliteUpgradeContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
