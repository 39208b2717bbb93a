package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PoolOfOneContract;

final class FlywayMariadbPoolOfOneContractTest extends PoolOfOneContract {
    FlywayMariadbPoolOfOneContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
