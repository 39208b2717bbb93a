package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ReadOnlyContract;

final class LiquibaseMariadbReadOnlyContractTest extends ReadOnlyContract {
    LiquibaseMariadbReadOnlyContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
