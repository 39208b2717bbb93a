package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ReadOnlyServerContract;

final class LiquibaseMariadbReadOnlyServerContractTest extends ReadOnlyServerContract {
    LiquibaseMariadbReadOnlyServerContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
