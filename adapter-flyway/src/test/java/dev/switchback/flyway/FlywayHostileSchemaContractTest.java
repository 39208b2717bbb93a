package dev.switchback.flyway;

import dev.switchback.tck.HostileSchemaContract;

final class FlywayHostileSchemaContractTest extends HostileSchemaContract {
    FlywayHostileSchemaContractTest() {
        super(new FlywayEngineProvider());
    }
}
