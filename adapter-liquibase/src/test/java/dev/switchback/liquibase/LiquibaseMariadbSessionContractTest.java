package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.SessionContract;

final class LiquibaseMariadbSessionContractTest extends SessionContract {
    LiquibaseMariadbSessionContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
