package dev.switchback.flyway;

import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.H2Database;

final class FlywayH2EngineProviderContractTest extends EngineProviderContract {
    FlywayH2EngineProviderContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
