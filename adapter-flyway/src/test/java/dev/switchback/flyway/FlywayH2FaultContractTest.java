package dev.switchback.flyway;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.H2Database;

final class FlywayH2FaultContractTest extends FaultContract {
    FlywayH2FaultContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
