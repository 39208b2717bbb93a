package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PermissionContract;

final class FlywayMariadbPermissionContractTest extends PermissionContract {
    FlywayMariadbPermissionContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
