package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SchemaVersionStoreContract;

final class FlywayPostgresqlSchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    FlywayPostgresqlSchemaVersionStoreContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
