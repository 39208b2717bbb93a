package dev.switchback.flyway;

import dev.switchback.tck.KilledRunContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbKilledRunContractTest extends KilledRunContract {
    FlywayMariadbKilledRunContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
