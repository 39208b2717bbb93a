package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ReadOnlyServerContract;

final class LiquibasePostgresqlReadOnlyServerContractTest extends ReadOnlyServerContract {
    LiquibasePostgresqlReadOnlyServerContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
