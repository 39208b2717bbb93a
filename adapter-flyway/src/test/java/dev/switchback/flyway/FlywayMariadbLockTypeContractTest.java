package dev.switchback.flyway;

import dev.switchback.tck.LockTypeContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbLockTypeContractTest extends LockTypeContract {
    FlywayMariadbLockTypeContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
