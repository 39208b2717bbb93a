package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ReadOnlyContract;

final class FlywayH2ReadOnlyContractTest extends ReadOnlyContract {
    FlywayH2ReadOnlyContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
