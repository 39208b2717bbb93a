package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.UpgradeContract;

final class FlywayMariadbUpgradeContractTest extends UpgradeContract {
    FlywayMariadbUpgradeContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
