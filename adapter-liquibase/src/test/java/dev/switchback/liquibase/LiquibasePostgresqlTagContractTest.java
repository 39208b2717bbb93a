package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.TagContract;

final class LiquibasePostgresqlTagContractTest extends TagContract {
    LiquibasePostgresqlTagContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
