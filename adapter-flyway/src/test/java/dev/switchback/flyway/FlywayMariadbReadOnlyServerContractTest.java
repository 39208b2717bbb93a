package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ReadOnlyServerContract;

final class FlywayMariadbReadOnlyServerContractTest extends ReadOnlyServerContract {
    FlywayMariadbReadOnlyServerContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
