package dev.switchback.flyway;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlDowngradeContractTest extends DowngradeContract {
    FlywayPostgresqlDowngradeContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
