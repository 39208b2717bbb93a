package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.TransactionContract;

final class LiquibaseMariadbTransactionContractTest extends TransactionContract {
    LiquibaseMariadbTransactionContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
