package dev.switchback.flyway;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbDowngradeContractTest extends DowngradeContract {
    FlywayMariadbDowngradeContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
