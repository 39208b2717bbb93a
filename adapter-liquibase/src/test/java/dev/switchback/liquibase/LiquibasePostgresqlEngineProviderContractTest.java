package dev.switchback.liquibase;

import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlEngineProviderContractTest extends EngineProviderContract {
    LiquibasePostgresqlEngineProviderContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
