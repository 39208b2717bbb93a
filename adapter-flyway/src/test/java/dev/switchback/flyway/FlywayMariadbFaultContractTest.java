package dev.switchback.flyway;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbFaultContractTest extends FaultContract {
    FlywayMariadbFaultContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
