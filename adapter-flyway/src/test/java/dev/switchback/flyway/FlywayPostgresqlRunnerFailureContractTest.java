package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.RunnerFailureContract;

final class FlywayPostgresqlRunnerFailureContractTest extends RunnerFailureContract {
    FlywayPostgresqlRunnerFailureContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
