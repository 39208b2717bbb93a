package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ResumeChoiceContract;

final class FlywayPostgresqlResumeChoiceContractTest extends ResumeChoiceContract {
    FlywayPostgresqlResumeChoiceContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
