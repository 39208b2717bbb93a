package dev.switchback.flyway;

import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlEngineProviderContractTest extends EngineProviderContract {
    FlywayPostgresqlEngineProviderContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
