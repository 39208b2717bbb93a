package dev.switchback.liquibase;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbDowngradeContractTest extends DowngradeContract {
    LiquibaseMariadbDowngradeContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
