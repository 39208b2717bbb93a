package dev.switchback.liquibase;

import dev.switchback.tck.ReadOnlyServerContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteReadOnlyServerContractTest extends ReadOnlyServerContract {
    LiquibaseSqliteReadOnlyServerContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
