package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.LockTypeContract;

final class FlywayH2LockTypeContractTest extends LockTypeContract {
    FlywayH2LockTypeContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
