package dev.switchback.liquibase;

import dev.switchback.tck.ResumeChoiceContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteResumeChoiceContractTest extends ResumeChoiceContract {
    LiquibaseSqliteResumeChoiceContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
