package dev.switchback.flyway;

import dev.switchback.tck.H2DialectContract;

final class FlywayH2DialectContractTest extends H2DialectContract {
    FlywayH2DialectContractTest() {
        super(new FlywayEngineProvider());
    }
}
