package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PoolOfOneContract;

final class LiquibaseMariadbPoolOfOneContractTest extends PoolOfOneContract {
    LiquibaseMariadbPoolOfOneContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
