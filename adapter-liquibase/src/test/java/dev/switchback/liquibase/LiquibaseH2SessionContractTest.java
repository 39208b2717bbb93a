package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SessionContract;

final class LiquibaseH2SessionContractTest extends SessionContract {
    LiquibaseH2SessionContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
