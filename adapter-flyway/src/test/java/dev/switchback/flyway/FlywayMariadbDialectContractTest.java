package dev.switchback.flyway;

import dev.switchback.tck.MariadbDialectContract;

final class FlywayMariadbDialectContractTest extends MariadbDialectContract {
    FlywayMariadbDialectContractTest() {
        super(new FlywayEngineProvider());
    }
}
