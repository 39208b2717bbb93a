package dev.switchback.liquibase;

import dev.switchback.tck.SqliteDialectContract;

final class LiquibaseSqliteDialectContractTest extends SqliteDialectContract {
    LiquibaseSqliteDialectContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
