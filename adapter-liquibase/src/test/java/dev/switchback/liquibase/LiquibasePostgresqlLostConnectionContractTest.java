package dev.switchback.liquibase;

import dev.switchback.tck.LostConnectionContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlLostConnectionContractTest extends LostConnectionContract {
    LiquibasePostgresqlLostConnectionContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
