package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ResumeChoiceContract;

final class LiquibasePostgresqlResumeChoiceContractTest extends ResumeChoiceContract {
    LiquibasePostgresqlResumeChoiceContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
