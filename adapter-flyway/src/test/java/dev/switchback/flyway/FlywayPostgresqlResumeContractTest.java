package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ResumeContract;

final class FlywayPostgresqlResumeContractTest extends ResumeContract {
    FlywayPostgresqlResumeContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
