package dev.switchback.liquibase;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlDowngradeContractTest extends DowngradeContract {
    LiquibasePostgresqlDowngradeContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
