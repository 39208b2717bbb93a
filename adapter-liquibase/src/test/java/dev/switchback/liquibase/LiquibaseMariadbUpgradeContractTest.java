package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.UpgradeContract;

final class LiquibaseMariadbUpgradeContractTest extends UpgradeContract {
    LiquibaseMariadbUpgradeContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
