package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SchemaContract;

final class LiquibasePostgresqlSchemaContractTest extends SchemaContract {
    LiquibasePostgresqlSchemaContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
