package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SessionContract;

final class FlywayH2SessionContractTest extends SessionContract {
    FlywayH2SessionContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
