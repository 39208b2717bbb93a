package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.PoolOfOneContract;

final class FlywayH2PoolOfOneContractTest extends PoolOfOneContract {
    FlywayH2PoolOfOneContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
