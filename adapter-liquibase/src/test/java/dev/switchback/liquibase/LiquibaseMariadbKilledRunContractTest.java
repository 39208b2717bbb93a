package dev.switchback.liquibase;

import dev.switchback.tck.KilledRunContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbKilledRunContractTest extends KilledRunContract {
    LiquibaseMariadbKilledRunContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
