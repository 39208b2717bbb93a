package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.TransactionContract;

final class LiquibasePostgresqlTransactionContractTest extends TransactionContract {
    LiquibasePostgresqlTransactionContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
