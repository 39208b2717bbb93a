package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ReadOnlyServerContract;

final class FlywayPostgresqlReadOnlyServerContractTest extends ReadOnlyServerContract {
    FlywayPostgresqlReadOnlyServerContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
