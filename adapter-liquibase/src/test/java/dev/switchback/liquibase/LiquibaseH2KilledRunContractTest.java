package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.KilledRunContract;

final class LiquibaseH2KilledRunContractTest extends KilledRunContract {
    LiquibaseH2KilledRunContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
