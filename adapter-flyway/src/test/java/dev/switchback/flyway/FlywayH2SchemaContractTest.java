package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SchemaContract;

final class FlywayH2SchemaContractTest extends SchemaContract {
    FlywayH2SchemaContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
