package dev.switchback.flyway;

import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbEngineProviderContractTest extends EngineProviderContract {
    FlywayMariadbEngineProviderContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
