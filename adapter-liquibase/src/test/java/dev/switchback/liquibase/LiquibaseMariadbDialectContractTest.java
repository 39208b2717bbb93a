package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDialectContract;

final class LiquibaseMariadbDialectContractTest extends MariadbDialectContract {
    LiquibaseMariadbDialectContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
