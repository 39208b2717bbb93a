package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.UpgradeContract;

final class LiquibasePostgresqlUpgradeContractTest extends UpgradeContract {
    LiquibasePostgresqlUpgradeContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
