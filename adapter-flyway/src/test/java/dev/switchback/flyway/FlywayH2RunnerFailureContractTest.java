package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.RunnerFailureContract;

final class FlywayH2RunnerFailureContractTest extends RunnerFailureContract {
    FlywayH2RunnerFailureContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
