package dev.switchback.flyway;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.H2Database;

final class FlywayH2DowngradeContractTest extends DowngradeContract {
    FlywayH2DowngradeContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
