package dev.switchback.flyway;

import dev.switchback.tck.ConcurrentIndexContract;

final class FlywayConcurrentIndexContractTest extends ConcurrentIndexContract {
    FlywayConcurrentIndexContractTest() {
        super(new FlywayEngineProvider());
    }
}
