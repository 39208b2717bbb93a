package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.TransactionContract;

final class LiquibaseH2TransactionContractTest extends TransactionContract {
    LiquibaseH2TransactionContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
