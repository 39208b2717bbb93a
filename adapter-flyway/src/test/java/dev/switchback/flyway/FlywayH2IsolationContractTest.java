package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.IsolationContract;

final class FlywayH2IsolationContractTest extends IsolationContract {
    FlywayH2IsolationContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
