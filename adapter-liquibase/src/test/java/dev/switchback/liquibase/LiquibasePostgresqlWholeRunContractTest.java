package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.WholeRunContract;

final class LiquibasePostgresqlWholeRunContractTest extends WholeRunContract {
    LiquibasePostgresqlWholeRunContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
