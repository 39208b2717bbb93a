package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.UpgradeContract;

final class FlywayH2UpgradeContractTest extends UpgradeContract {
    FlywayH2UpgradeContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
