package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.TagContract;

final class LiquibaseH2TagContractTest extends TagContract {
    LiquibaseH2TagContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
