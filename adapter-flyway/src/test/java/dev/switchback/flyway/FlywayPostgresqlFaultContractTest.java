package dev.switchback.flyway;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlFaultContractTest extends FaultContract {
    FlywayPostgresqlFaultContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
