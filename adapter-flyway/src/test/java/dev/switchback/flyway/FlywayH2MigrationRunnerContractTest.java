package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.MigrationRunnerContract;

final class FlywayH2MigrationRunnerContractTest extends MigrationRunnerContract {
    FlywayH2MigrationRunnerContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
