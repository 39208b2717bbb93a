package dev.switchback.liquibase;

import dev.switchback.tck.ConcurrentIndexContract;

final class LiquibaseConcurrentIndexContractTest extends ConcurrentIndexContract {
    LiquibaseConcurrentIndexContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
