package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.TransactionContract;

final class FlywayMariadbTransactionContractTest extends TransactionContract {
    FlywayMariadbTransactionContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
