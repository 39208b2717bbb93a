package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ReadOnlyServerContract;

final class LiquibaseH2ReadOnlyServerContractTest extends ReadOnlyServerContract {
    LiquibaseH2ReadOnlyServerContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
