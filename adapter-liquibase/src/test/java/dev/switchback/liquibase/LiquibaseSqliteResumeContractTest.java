package dev.switchback.liquibase;

import dev.switchback.tck.ResumeContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteResumeContractTest extends ResumeContract {
    LiquibaseSqliteResumeContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
