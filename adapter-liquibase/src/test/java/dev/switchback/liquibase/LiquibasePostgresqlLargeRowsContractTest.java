package dev.switchback.liquibase;

import dev.switchback.tck.LargeRowsContract;

final class LiquibasePostgresqlLargeRowsContractTest extends LargeRowsContract {
    LiquibasePostgresqlLargeRowsContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
