package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PermissionContract;

final class LiquibaseMariadbPermissionContractTest extends PermissionContract {
    LiquibaseMariadbPermissionContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
