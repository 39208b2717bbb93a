package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.MigrationRunnerContract;

final class FlywayMariadbMigrationRunnerContractTest extends MigrationRunnerContract {
    FlywayMariadbMigrationRunnerContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
