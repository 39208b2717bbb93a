package dev.switchback.flyway;

import dev.switchback.tck.LockingContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbLockingContractTest extends LockingContract {
    FlywayMariadbLockingContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
