package dev.switchback.liquibase;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.H2Database;

final class LiquibaseH2DowngradeContractTest extends DowngradeContract {
    LiquibaseH2DowngradeContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
