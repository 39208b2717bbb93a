package dev.switchback.liquibase;

import dev.switchback.tck.SessionContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteSessionContractTest extends SessionContract {
    LiquibaseSqliteSessionContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
