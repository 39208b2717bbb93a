package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.SchemaVersionStoreContract;

final class LiquibaseMariadbSchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    LiquibaseMariadbSchemaVersionStoreContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
