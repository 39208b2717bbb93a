package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.UpgradeContract;

final class LiquibaseH2UpgradeContractTest extends UpgradeContract {
    LiquibaseH2UpgradeContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
