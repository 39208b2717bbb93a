package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ResumeContract;

final class LiquibasePostgresqlResumeContractTest extends ResumeContract {
    LiquibasePostgresqlResumeContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
