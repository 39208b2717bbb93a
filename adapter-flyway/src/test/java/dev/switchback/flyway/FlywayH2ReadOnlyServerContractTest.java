package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ReadOnlyServerContract;

final class FlywayH2ReadOnlyServerContractTest extends ReadOnlyServerContract {
    FlywayH2ReadOnlyServerContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
