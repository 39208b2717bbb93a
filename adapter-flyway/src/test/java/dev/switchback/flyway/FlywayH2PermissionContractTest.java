package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.PermissionContract;

final class FlywayH2PermissionContractTest extends PermissionContract {
    FlywayH2PermissionContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
