package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SchemaContract;

final class FlywayPostgresqlSchemaContractTest extends SchemaContract {
    FlywayPostgresqlSchemaContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
