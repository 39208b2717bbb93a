package dev.switchback.flyway;

import dev.switchback.tck.IsolationContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbIsolationContractTest extends IsolationContract {
    FlywayMariadbIsolationContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
