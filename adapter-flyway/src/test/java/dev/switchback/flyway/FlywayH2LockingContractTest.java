package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.LockingContract;

final class FlywayH2LockingContractTest extends LockingContract {
    FlywayH2LockingContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
