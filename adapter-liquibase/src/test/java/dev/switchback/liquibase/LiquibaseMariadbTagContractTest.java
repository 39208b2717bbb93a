package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.TagContract;

final class LiquibaseMariadbTagContractTest extends TagContract {
    LiquibaseMariadbTagContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
