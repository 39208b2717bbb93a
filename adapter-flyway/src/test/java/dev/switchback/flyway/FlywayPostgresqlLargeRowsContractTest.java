package dev.switchback.flyway;

import dev.switchback.tck.LargeRowsContract;

final class FlywayPostgresqlLargeRowsContractTest extends LargeRowsContract {
    FlywayPostgresqlLargeRowsContractTest() {
        super(new FlywayEngineProvider());
    }
}
