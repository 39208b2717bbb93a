package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SchemaVersionStoreContract;

final class FlywayH2SchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    FlywayH2SchemaVersionStoreContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
