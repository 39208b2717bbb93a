package dev.switchback.liquibase;

import dev.switchback.tck.ProblemsContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteProblemsContractTest extends ProblemsContract {
    LiquibaseSqliteProblemsContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
