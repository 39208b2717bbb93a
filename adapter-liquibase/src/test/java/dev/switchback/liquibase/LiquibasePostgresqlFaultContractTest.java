package dev.switchback.liquibase;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlFaultContractTest extends FaultContract {
    LiquibasePostgresqlFaultContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
