package dev.switchback.flyway;

import dev.switchback.tck.PermissionContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlPermissionContractTest extends PermissionContract {
    FlywayPostgresqlPermissionContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
