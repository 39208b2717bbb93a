package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.PermissionContract;

final class LiquibaseH2PermissionContractTest extends PermissionContract {
    LiquibaseH2PermissionContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
