package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SessionContract;

final class LiquibasePostgresqlSessionContractTest extends SessionContract {
    LiquibasePostgresqlSessionContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
