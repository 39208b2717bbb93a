package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlPermissionContract;

final class FlywayPostgresqlPermissionContractTest extends PostgresqlPermissionContract {
    FlywayPostgresqlPermissionContractTest() {
        super(new FlywayEngineProvider());
    }
}
