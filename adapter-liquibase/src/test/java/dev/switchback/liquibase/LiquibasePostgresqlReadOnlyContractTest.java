package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ReadOnlyContract;

final class LiquibasePostgresqlReadOnlyContractTest extends ReadOnlyContract {
    LiquibasePostgresqlReadOnlyContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
