package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.TransactionContract;

final class FlywayH2TransactionContractTest extends TransactionContract {
    FlywayH2TransactionContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
