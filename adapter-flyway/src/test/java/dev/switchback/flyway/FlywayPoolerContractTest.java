package dev.switchback.flyway;

import dev.switchback.tck.PoolerContract;

final class FlywayPoolerContractTest extends PoolerContract {
    FlywayPoolerContractTest() {
        super(new FlywayEngineProvider());
    }
}
