package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.UpgradeContract;

final class FlywayPostgresqlUpgradeContractTest extends UpgradeContract {
    FlywayPostgresqlUpgradeContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
