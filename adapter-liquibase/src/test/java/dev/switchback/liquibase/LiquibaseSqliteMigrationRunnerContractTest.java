package dev.switchback.liquibase;

import dev.switchback.tck.MigrationRunnerContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteMigrationRunnerContractTest extends MigrationRunnerContract {
    LiquibaseSqliteMigrationRunnerContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
