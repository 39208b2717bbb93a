package dev.switchback.flyway;

import dev.switchback.tck.LostConnectionContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbLostConnectionContractTest extends LostConnectionContract {
    FlywayMariadbLostConnectionContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
