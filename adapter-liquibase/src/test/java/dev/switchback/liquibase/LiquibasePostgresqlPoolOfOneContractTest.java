package dev.switchback.liquibase;

import dev.switchback.tck.PoolOfOneContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlPoolOfOneContractTest extends PoolOfOneContract {
    LiquibasePostgresqlPoolOfOneContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
