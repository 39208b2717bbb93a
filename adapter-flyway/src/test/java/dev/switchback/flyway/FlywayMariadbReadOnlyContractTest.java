package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ReadOnlyContract;

final class FlywayMariadbReadOnlyContractTest extends ReadOnlyContract {
    FlywayMariadbReadOnlyContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
