package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SessionContract;

final class FlywayPostgresqlSessionContractTest extends SessionContract {
    FlywayPostgresqlSessionContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
