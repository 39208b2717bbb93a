package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.TransactionContract;

final class FlywayPostgresqlTransactionContractTest extends TransactionContract {
    FlywayPostgresqlTransactionContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
