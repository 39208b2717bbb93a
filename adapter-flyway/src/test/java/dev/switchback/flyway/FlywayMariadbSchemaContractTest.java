package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.SchemaContract;

final class FlywayMariadbSchemaContractTest extends SchemaContract {
    FlywayMariadbSchemaContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
