package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlLargeScriptContract;

final class LiquibasePostgresqlLargeScriptContractTest extends PostgresqlLargeScriptContract {
    LiquibasePostgresqlLargeScriptContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
