package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SchemaContract;

final class LiquibaseH2SchemaContractTest extends SchemaContract {
    LiquibaseH2SchemaContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
