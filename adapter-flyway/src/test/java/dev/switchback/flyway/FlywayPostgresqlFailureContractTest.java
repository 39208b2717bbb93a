package dev.switchback.flyway;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlFailureContractTest extends FailureContract {
    FlywayPostgresqlFailureContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
