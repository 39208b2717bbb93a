package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.RunnerFailureContract;

final class FlywayMariadbRunnerFailureContractTest extends RunnerFailureContract {
    FlywayMariadbRunnerFailureContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
