package dev.switchback.liquibase;

import dev.switchback.tck.ReadOnlyContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteReadOnlyContractTest extends ReadOnlyContract {
    LiquibaseSqliteReadOnlyContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
