package dev.switchback.liquibase;

import dev.switchback.tck.LostConnectionContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbLostConnectionContractTest extends LostConnectionContract {
    LiquibaseMariadbLostConnectionContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
