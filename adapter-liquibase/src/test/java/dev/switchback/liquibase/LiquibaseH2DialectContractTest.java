package dev.switchback.liquibase;

import dev.switchback.tck.H2DialectContract;

final class LiquibaseH2DialectContractTest extends H2DialectContract {
    LiquibaseH2DialectContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
