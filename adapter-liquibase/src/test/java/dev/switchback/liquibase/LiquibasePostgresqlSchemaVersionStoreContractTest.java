package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SchemaVersionStoreContract;

final class LiquibasePostgresqlSchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    LiquibasePostgresqlSchemaVersionStoreContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
