package dev.switchback.liquibase;

import dev.switchback.tck.RunnerFailureContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteRunnerFailureContractTest extends RunnerFailureContract {
    LiquibaseSqliteRunnerFailureContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
