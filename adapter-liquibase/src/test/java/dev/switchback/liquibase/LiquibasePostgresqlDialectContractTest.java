package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDialectContract;

final class LiquibasePostgresqlDialectContractTest extends PostgresqlDialectContract {
    LiquibasePostgresqlDialectContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
