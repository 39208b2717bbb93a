package dev.switchback.flyway;

import dev.switchback.tck.IsolationContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlIsolationContractTest extends IsolationContract {
    FlywayPostgresqlIsolationContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
