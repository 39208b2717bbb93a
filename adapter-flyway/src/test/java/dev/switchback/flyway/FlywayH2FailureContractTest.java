package dev.switchback.flyway;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.H2Database;

final class FlywayH2FailureContractTest extends FailureContract {
    FlywayH2FailureContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
