package dev.switchback.flyway;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbFailureContractTest extends FailureContract {
    FlywayMariadbFailureContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
