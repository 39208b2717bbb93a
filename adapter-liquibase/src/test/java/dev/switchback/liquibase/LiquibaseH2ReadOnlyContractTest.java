package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ReadOnlyContract;

final class LiquibaseH2ReadOnlyContractTest extends ReadOnlyContract {
    LiquibaseH2ReadOnlyContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
