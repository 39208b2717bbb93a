package dev.switchback.liquibase;

import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.H2Database;

final class LiquibaseH2EngineProviderContractTest extends EngineProviderContract {
    LiquibaseH2EngineProviderContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
