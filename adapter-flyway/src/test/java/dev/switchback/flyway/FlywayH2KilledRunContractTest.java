package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.KilledRunContract;

final class FlywayH2KilledRunContractTest extends KilledRunContract {
    FlywayH2KilledRunContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
