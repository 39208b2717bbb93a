package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ReadOnlyContract;

final class FlywayPostgresqlReadOnlyContractTest extends ReadOnlyContract {
    FlywayPostgresqlReadOnlyContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
