package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.SessionContract;

final class FlywayMariadbSessionContractTest extends SessionContract {
    FlywayMariadbSessionContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
