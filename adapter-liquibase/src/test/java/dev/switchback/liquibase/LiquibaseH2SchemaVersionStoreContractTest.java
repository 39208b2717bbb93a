package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SchemaVersionStoreContract;

final class LiquibaseH2SchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    LiquibaseH2SchemaVersionStoreContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
