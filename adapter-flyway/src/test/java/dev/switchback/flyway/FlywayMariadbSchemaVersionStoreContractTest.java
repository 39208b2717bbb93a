package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.SchemaVersionStoreContract;

final class FlywayMariadbSchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    FlywayMariadbSchemaVersionStoreContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
