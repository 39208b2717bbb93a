package dev.switchback.liquibase;

import dev.switchback.tck.HostileSchemaContract;

final class LiquibaseHostileSchemaContractTest extends HostileSchemaContract {
    LiquibaseHostileSchemaContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
