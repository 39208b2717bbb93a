package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ProblemsContract;

final class FlywayPostgresqlProblemsContractTest extends ProblemsContract {
    FlywayPostgresqlProblemsContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
