package dev.switchback.liquibase;

import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbEngineProviderContractTest extends EngineProviderContract {
    LiquibaseMariadbEngineProviderContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
