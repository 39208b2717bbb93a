package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ProblemsContract;

final class LiquibasePostgresqlProblemsContractTest extends ProblemsContract {
    LiquibasePostgresqlProblemsContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
