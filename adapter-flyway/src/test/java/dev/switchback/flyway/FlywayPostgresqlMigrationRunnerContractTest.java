package dev.switchback.flyway;

import dev.switchback.tck.MigrationRunnerContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlMigrationRunnerContractTest extends MigrationRunnerContract {
    FlywayPostgresqlMigrationRunnerContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
